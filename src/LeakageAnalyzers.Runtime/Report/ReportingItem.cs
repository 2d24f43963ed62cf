namespace LeakageAnalyzers.Runtime;

/// <summary>What a trustworthy evaluation reports: the recommendations of Varoquaux and Cheplygina (npj Digital Medicine 5:48, 2022), as the report's checklist has them.</summary>
public enum ReportingItem
{
    /// <summary>For whom and for what the prediction is meant.</summary>
    IntendedUse,

    /// <summary>Where the data comes from.</summary>
    DataSource,

    /// <summary>How many rows each step used.</summary>
    RowFlow,

    /// <summary>The test rows were not learned from.</summary>
    IndependentTestRows,

    /// <summary>Copies of the test rows were not learned from.</summary>
    NoCopiesOfTestRows,

    /// <summary>Preparation was learned from training rows alone.</summary>
    PreparationWithinTraining,

    /// <summary>Rows of one individual were kept on one side of the split.</summary>
    IndividualsKeptTogether,

    /// <summary>No feature stands for the answer or names the individual.</summary>
    LegitimateFeatures,

    /// <summary>Settings were chosen without the test rows.</summary>
    ChoiceWithoutTestRows,

    /// <summary>The test rows were not looked at again and again.</summary>
    TestSetReuse,

    /// <summary>There are enough independent test rows for the claim.</summary>
    TestSetSize,

    /// <summary>The numbers have confidence intervals.</summary>
    ConfidenceIntervals,

    /// <summary>The variation over seeds and splits is known.</summary>
    VariationOverSeeds,

    /// <summary>Several metrics are reported.</summary>
    SeveralMetrics,

    /// <summary>Predicted probabilities were compared with observed shares.</summary>
    Calibration,

    /// <summary>The model was compared with strong baselines.</summary>
    Baselines,

    /// <summary>A gain over another model is larger than chance and than a margin that matters.</summary>
    Superiority,

    /// <summary>Subgroups were evaluated.</summary>
    Subgroups,

    /// <summary>Test rows were compared with training rows, and with those the model is meant for.</summary>
    DatasetShift,

    /// <summary>The model was tested on data from elsewhere.</summary>
    ExternalValidation,

    /// <summary>The code can be had.</summary>
    CodeAvailability,
}
