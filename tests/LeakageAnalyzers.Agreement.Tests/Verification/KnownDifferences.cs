namespace LeakageAnalyzers.Agreement.Tests.Verification;

/// <summary>Where the two sides differ by their nature. Everything that is not listed here has to agree.</summary>
internal static class KnownDifferences
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<OneSided> All { get; } =
    [
        new("LEAK101Tests.Reports_a_model_whose_scores_feed_a_second_model", Side.NotRunnable, "Its second label is of no type that ML.NET trains on."),
        new("LEAK101Tests.Is_silent_where_the_first_model_of_a_stack_knows_the_train_rows_alone", Side.NotRunnable, "Its second label is of no type that ML.NET trains on."),
        new("LEAK101Tests.Reports_selection_in_a_helper_method", Side.NotRunnable, "Feature selection of a single number gives no vector, which trainers ask for."),
        new("LEAK101Tests.Is_silent_where_the_helper_method_selects_after_the_cut", Side.NotRunnable, "Feature selection of a single number gives no vector, which trainers ask for."),
        new("LEAK101Tests.Is_silent_on_the_first_of_two_models_that_are_tested_side_by_side", Side.NotRunnable, "A score is a number, and trainers ask for a vector."),
        new("LEAK101Tests.Is_silent_where_trees_are_grown_in_each_fold", Side.NotRunnable, "ML.NET's tree featurizer fails in its own cross-validation."),
        new("LEAK102Tests.Reports_a_mean_of_all_rows_that_is_written_into_them", Side.Analyzer, "A mean computed by LINQ is no fit: nothing tells the guard."),
        new("LEAK102Tests.Reports_a_spread_of_all_rows_that_a_mapping_captures", Side.Analyzer, "A maximum computed by LINQ is no fit: nothing tells the guard."),
        new("LEAK103Tests.Is_silent_where_the_categories_are_given", Side.NotRunnable, "The view of categories has more columns than ML.NET allows."),
        new("LEAK201Tests.Reports_one_parameter_used_for_both", Side.NotRunnable, "The rows that it is given have a label for classification."),
        new("LEAK202Tests.Reports_visits_cut_by_their_position", Side.Analyzer, "Which two views are parts of one list is not seen when they are loaded: LeakageGuard.Split(train, test) has to say so."),
        new("LEAK202Tests.Reports_visits_cut_by_a_helper_that_calls_nothing_of_MLNet_and_not_readings", Side.Analyzer, "Which two views are parts of one list is not seen when they are loaded: LeakageGuard.Split(train, test) has to say so."),
        new("LEAK202Tests.Reports_visits_cut_by_a_shuffled_index", Side.Analyzer, "Which two views are parts of one list is not seen when they are loaded: LeakageGuard.Split(train, test) has to say so."),
        new("LEAK202Tests.Is_silent_where_the_key_is_not_known", Side.Guard, "The key comes from the command line; the guard sees that there is none."),
        new("LEAK202Tests.Is_silent_on_the_runtime_librarys_group_split", Side.NotRunnable, "Its row type marks no group, so that the second split refuses it."),
        new("LEAK202Tests.Reports_a_search_that_does_not_heed_its_key", Side.Analyzer, "AutoML is a stub here, and cuts inside."),
        new("LEAK202Tests.Is_silent_on_a_search_that_is_given_validation_rows_or_heeds_its_key", Side.NotRunnable, "AutoML is a signature here."),
        new("LEAK202Tests.Is_silent_on_the_keys_of_a_recommender", Side.Guard, "The recommender is a stub here, so that the guard never sees what the column is for."),
        new("LEAK202Tests.Reports_ranked_rows_split_without_their_query", Side.Analyzer, "The column of the query is known only when the ranker is trained, after the parts were compared."),
        new("LEAK203Tests.Is_silent_on_keys_that_are_hashed_and_on_keys_it_does_not_know", Side.NotRunnable, "Some keys name no column, and some leave a fold without one of the classes."),
        new("LEAK203Tests.Is_silent_on_a_column_of_which_only_the_name_is_known", Side.NotRunnable, "There are no rows."),
        new("LEAK205Tests.Reports_a_part_that_is_cut_again_by_the_same_hash", Side.Analyzer, "The repeated hash leaves folds empty, so that cross-validation fails; and rows that a cache holds have to be found again."),
        new("LEAK205Tests.Is_silent_on_a_key_of_which_the_type_is_not_known", Side.NotRunnable, "There are no rows."),
        new("LEAK206Tests.Is_silent_on_a_key_that_is_not_the_label", Side.NotRunnable, "Text labels have to be keyed first, and some keys name no column."),
        new("LEAK206Tests.Is_silent_on_the_label_of_a_model_of_other_rows", Side.NotRunnable, "Text labels have to be keyed first."),
        new("LEAK206Tests.Reports_a_key_that_is_the_label", Side.Analyzer, "Folds of a single class cannot be evaluated, so that cross-validation fails before the guard hears of it."),
        new("LEAK206Tests.Reports_a_declared_label", Side.Analyzer, "The guard does not read the attributes of a label."),
        new("LEAK206Tests.Reports_the_label_of_rows_of_which_nothing_else_is_known", Side.NotRunnable, "A test part of a single class cannot be evaluated."),
        new("LEAK301Tests.Reports_a_threshold_that_is_computed_from_test_scores", Side.Analyzer, "What a threshold was computed from is seen in source."),
        new("LEAK301Tests.Reports_a_threshold_that_comes_from_a_metric_of_the_test_rows", Side.Analyzer, "What a threshold was computed from is seen in source."),
        new("LEAK301Tests.Is_silent_where_the_other_part_is_tested", Side.NotRunnable, "Its second part holds a single class."),
        new("LEAK301Tests.Reports_validation_rows_in_each_fold", Side.NotRunnable, "Its rows have no such label."),
        new("LEAK301Tests.Is_silent_where_each_fold_has_validation_rows_of_its_own", Side.NotRunnable, "Its rows have no such label."),
        new("LEAK302Tests.Reports_the_greater_of_two_numbers", Side.NotRunnable, "The rows that it is given have a label for classification."),
        new("LEAK302Tests.Is_silent_where_the_champion_is_tested_on_another_file", Side.NotRunnable, "Its methods cannot be called in the order in which they stand."),
        new("LEAK302Tests.Reports_the_champion_in_a_field_of_another_file", Side.NotRunnable, "It is given a number of leaves that ML.NET refuses."),
        new("RuntimeSplitsTests.Cross_validation_by_rows_of_patients_is_reported", Side.Analyzer, "Nested cross-validation gives no fold models for the guard to compare."),
        new("RuntimeSplitsTests.Sites_and_times_say_nothing_of_patients", Side.NotRunnable, "Its rows have no such columns."),
        new("CallsTests.Recursion_that_is_not_known_to_end_ends_in_silence", Side.Guard, "How often it calls itself comes from the command line; the guard sees that it does not."),
        new("CollectionsTests.Parts_of_one_list", Side.Analyzer, "Rows that a program writes anew, with other values, are other rows to who sees only the rows."),
        new("CollectionsTests.A_list_that_is_changed_in_place_is_no_longer_the_list_it_was", Side.Guard, "The analyzer does not know which rows a change leaves."),
        new("FlowTests.A_search_that_ends_when_the_user_wants", Side.NotRunnable, "It waits for what the user types."),
        new("PipelinesTests.A_model_saved_and_loaded_by_the_same_path", Side.Analyzer, "A model that is read from a file is a new one to the guard."),
        new("UserEstimatorsTests.Fit_reads_with_a_cursor_in_a_method_of_its_base_class", Side.Analyzer, "What an estimator of the program's own learns is read from its source; the guard knows the estimators of ML.NET."),
        new("UserEstimatorsTests.A_label_column_of_another_name_is_told_to_the_constructor", Side.Analyzer, "What an estimator of the program's own learns is read from its source; the guard knows the estimators of ML.NET."),
        new("UserEstimatorsTests.Fit_averages_a_column_within_a_pipeline", Side.Analyzer, "What an estimator of the program's own learns is read from its source; the guard knows the estimators of ML.NET."),
        new("UserEstimatorsTests.Fit_averages_the_label_by_category", Side.Analyzer, "What an estimator of the program's own learns is read from its source; the guard knows the estimators of ML.NET."),
        new("UserEstimatorsTests.Fit_hands_its_rows_to_a_pipeline_of_its_own", Side.Analyzer, "What an estimator of the program's own learns is read from its source; the guard knows the estimators of ML.NET."),
        new("UserEstimatorsTests.Fit_that_is_not_here_is_not_guessed_at", Side.NotRunnable, "Its estimator cannot be made from outside."),
        new("FlowTests.Variables_that_are_filled_on_one_of_many_ways", Side.NotRunnable, "It asks for nine arguments."),
    ];

    /// <summary>Rules that the two sides do not have in common: they need more than the rows that were read, or the tests of others leave them out.</summary>
    public static IReadOnlyDictionary<string, string> SeenInSourceAlone { get; } = new Dictionary<string, string>
    {
        ["LEAK105"] = "That rows were drawn twice is not an event of the guard's.",
        ["LEAK204"] = "That rows were in the order of time is known from their names and from how they are used.",
        ["LEAK207"] = "A view that yields other rows at each pass has no rows to know again.",
        ["LEAK302"] = "That a score decided is seen in a comparison, which is no call of ML.NET.",
        ["LEAK303"] = "It is a remark, which the tests of other rules leave out; the guard makes it beside every choice that it cannot see (LEAK302).",
        ["LEAK304"] = "That a score decided is seen in a comparison, which is no call of ML.NET.",
        ["LEAK401"] = "Which columns a mapping reads is known from source.",
        ["LEAK402"] = "Which columns a mapping reads is known from source.",
    };

    /// <summary>Whether both sides are asked about the rule <paramref name="id"/>. What is reported of a score (LEAK5xx) is a matter of the source alone.</summary>
    public static bool IsCommon(string id) => !SeenInSourceAlone.ContainsKey(id) && !id.StartsWith("LEAK5", StringComparison.Ordinal);
}
