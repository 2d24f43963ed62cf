using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.Tests.Mutation;

/// <summary>An edit that makes a leak of a clean program.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Rules">One of these has to be reported afterwards.</param>
/// <param name="Apply">The edited program, or null where there is nothing to edit.</param>
internal sealed record LeakEdit(string Name, IReadOnlyList<string> Rules, Func<CompilationUnitSyntax, CompilationUnitSyntax?> Apply)
{
    /// <summary>All edits.</summary>
    public static IReadOnlyList<LeakEdit> All { get; } =
    [
        new("fit on all rows", ["LEAK201"], program => FitOnAllRows(program, isPipeline: true)),
        new("prepare on all rows", ["LEAK101", "LEAK102", "LEAK103"], program => FitOnAllRows(program, isPipeline: false)),
        new("evaluate on the train rows", ["LEAK201"], EvaluateOnTrainRows),
        new("drop the sampling key", ["LEAK202"], DropSamplingKey),
        new("label among the features", ["LEAK401"], AddLabelToFeatures),
        new("test rows among the train rows", ["LEAK201"], ConcatTestRows),
        new("choose by the test score", ["LEAK302"], ChooseByTestScore),
        new("the label as key", ["LEAK206"], KeyByLabel),
        new("refit on the test rows", ["LEAK104"], RefitOnTestRows),
        new("subtract the mean that a loop gathers", ["LEAK102"], program => LoopBeforeTheCut(program, "var total = 0f; foreach (var row in §) { total += row.Age; } foreach (var row in §) { row.Age -= total / 400; }")),
        new("divide by the greatest that a loop finds", ["LEAK102"], program => LoopBeforeTheCut(program, "var most = 0f; foreach (var row in §) { if (row.Age > most) { most = row.Age; } } foreach (var row in §) { row.Age /= most; }")),
        new("encode by the labels that a loop counts", ["LEAK101"], program => LoopBeforeTheCut(
            program,
            "var labels = new Dictionary<int, int>(); foreach (var row in §) { labels.TryGetValue((int)row.Age, out var count); labels[(int)row.Age] = count + (row.Label ? 1 : 0); } foreach (var row in §) { row.Pressure = labels[(int)row.Age]; }")),
    ];

    private static CompilationUnitSyntax? FitOnAllRows(CompilationUnitSyntax program, bool isPipeline)
    {
        var fits = Calls(program, "Fit").Where(call => IsTrainSet(call) && IsTrained(call) == isPipeline && (isPipeline || Learns(call))).ToList();
        var split = Calls(program, "TrainTestSplit").FirstOrDefault(split => fits.TrueForAll(fit => MethodOf(fit) == MethodOf(split)));
        if (fits.Count == 0 || split is null)
        {
            return null;
        }

        // The rows that were split need a name where the fit stands.
        var all = split.ArgumentList.Arguments[0].Expression;
        if (all is IdentifierNameSyntax)
        {
            return program.ReplaceNodes(fits, (_, fit) => fit.WithArgumentList(OneArgument(all)));
        }

        var name = SyntaxFactory.IdentifierName("allRows");
        if (split.FirstAncestorOrSelf<StatementSyntax>() is not LocalDeclarationStatementSyntax { Parent: BlockSyntax } statement)
        {
            return null;
        }

        var tracked = program.TrackNodes(fits.Cast<SyntaxNode>().Append(statement).Append(all));
        tracked = tracked.ReplaceNodes(fits.Select(fit => tracked.GetCurrentNode(fit)!), (_, fit) => fit.WithArgumentList(OneArgument(name)));
        tracked = tracked.ReplaceNode(tracked.GetCurrentNode(all)!, name);
        return tracked.InsertNodesBefore(tracked.GetCurrentNode<StatementSyntax>(statement)!, [SyntaxFactory.ParseStatement($"var {name} = {all};\n")]);
    }

    private static CompilationUnitSyntax? EvaluateOnTrainRows(CompilationUnitSyntax program)
    {
        var tested = program.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Where(access => access.Name.Identifier.ValueText == "TestSet").ToList();
        return tested.Count == 0 ? null : program.ReplaceNodes(tested, (_, access) => access.WithName(SyntaxFactory.IdentifierName("TrainSet")));
    }

    private static CompilationUnitSyntax? DropSamplingKey(CompilationUnitSyntax program) => WithoutArguments(program, program.DescendantNodes().OfType<ArgumentSyntax>()
        .Where(argument => argument.NameColon?.Name.Identifier.ValueText == "samplingKeyColumnName"));

    private static CompilationUnitSyntax? KeyByLabel(CompilationUnitSyntax program)
    {
        var splits = Calls(program, "TrainTestSplit").Where(call => call.ArgumentList.Arguments.Count == 1).ToList();
        return splits.Count == 0 ? null : program.ReplaceNodes(splits, (_, call) => call.AddArgumentListArguments(SyntaxFactory.Argument(SyntaxFactory.ParseExpression("\"Label\""))
            .WithNameColon(SyntaxFactory.NameColon("samplingKeyColumnName"))));
    }

    private static CompilationUnitSyntax? AddLabelToFeatures(CompilationUnitSyntax program)
    {
        var features = Calls(program, "Concatenate").Where(call => call.ArgumentList.Arguments.Count > 1 && call.ArgumentList.Arguments[0].ToString() == "\"Features\"").ToList();
        var label = program.DescendantNodes().OfType<ArgumentSyntax>().FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == "labelColumnName")?.Expression.ToString() ?? "\"Label\"";
        return features.Count == 0 ? null : program.ReplaceNodes(features, (_, call) => call.AddArgumentListArguments(SyntaxFactory.Argument(SyntaxFactory.ParseExpression(label))));
    }

    private static CompilationUnitSyntax? ConcatTestRows(CompilationUnitSyntax program)
    {
        var loads = Calls(program, "LoadFromEnumerable").Where(call => call.ArgumentList.Arguments is [{ Expression: IdentifierNameSyntax }]).ToList();
        if (loads.Count != 2)
        {
            return null;
        }

        var test = loads[1].ArgumentList.Arguments[0].Expression;
        return program.ReplaceNode(loads[0], loads[0].WithArgumentList(OneArgument(SyntaxFactory.ParseExpression($"{loads[0].ArgumentList.Arguments[0].Expression}.Concat({test})"))));
    }

    // Two trainers in turn, and the one with the better test score goes on.
    private static CompilationUnitSyntax? ChooseByTestScore(CompilationUnitSyntax program)
    {
        var trainers = Calls(program, "FastTree").Where(call => call.ArgumentList.Arguments.Count == 0).ToList();
        var (model, evaluation) = (program.DescendantNodes().OfType<LocalDeclarationStatementSyntax>().FirstOrDefault(local => local.DescendantNodes().Any(node => trainers.Contains(node))),
            program.DescendantNodes().OfType<ExpressionStatementSyntax>().FirstOrDefault(statement => statement.ToString().StartsWith("Console.WriteLine(ml.BinaryClassification.Evaluate", StringComparison.Ordinal)));
        if (trainers.Count != 1 || model is null || evaluation is null || model.Parent is not GlobalStatementSyntax || evaluation.Parent is not GlobalStatementSyntax)
        {
            return null;
        }

        var fitted = program.DescendantNodes().OfType<VariableDeclaratorSyntax>().Last(local => local.Initializer?.Value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Fit" } });
        var score = ((InvocationExpressionSyntax)evaluation.Expression).ArgumentList.Arguments[0].ToString();
        var trained = model.ToString().Replace("FastTree()", "FastTree(numberOfTrees: trees)", StringComparison.Ordinal);
        var text = program.ToFullString().Replace(evaluation.ToString(), $"var score = {score}; if (score > bestScore) {{ best = {fitted.Identifier}; bestScore = score; }} }}\nml.Model.Save(best, null, \"model.zip\");", StringComparison.Ordinal)
            .Replace(model.ToString(), $"ITransformer best = null; var bestScore = 0.0; foreach (var trees in new[] {{ 10, 100 }}) {{ {trained}", StringComparison.Ordinal);
        return SyntaxFactory.ParseCompilationUnit(text);
    }

    // Over the list of rows that is cut or loaded first, before that.
    private static CompilationUnitSyntax? LoopBeforeTheCut(CompilationUnitSyntax program, string loop)
    {
        var cuts = program.DescendantNodes().Select(node => node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Take" or "Skip" or "GetRange", Expression: IdentifierNameSyntax rows } } => rows,
            ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: RangeExpressionSyntax }], Expression: IdentifierNameSyntax rows } => rows,
            _ => null,
        }).OfType<IdentifierNameSyntax>().ToList();
        var loads = Calls(program, "LoadFromEnumerable").ToList();
        var loaded = cuts.Count == 0 && loads is [{ ArgumentList.Arguments: [{ Expression: var only }] }] ? only : null;
        if ((cuts.FirstOrDefault() ?? loaded) is not { } all || all.FirstAncestorOrSelf<StatementSyntax>() is not LocalDeclarationStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement)
        {
            return null;
        }

        // What is loaded as it is made needs a name.
        var name = all is IdentifierNameSyntax ? all.ToString() : "allRows";
        var declaration = all is IdentifierNameSyntax ? "" : $"var {name} = ({all}).ToList(); ";
        var text = program.ToFullString();
        text = text.Remove(all.SpanStart, all.Span.Length).Insert(all.SpanStart, name).Insert(statement.SpanStart, declaration + loop.Replace("§", name, StringComparison.Ordinal) + "\n");
        return SyntaxFactory.ParseCompilationUnit(text);
    }

    private static CompilationUnitSyntax? RefitOnTestRows(CompilationUnitSyntax program)
    {
        // scaler.Transform(split.TestSet), where the scaler was fitted on the train rows by a named estimator.
        var preparations = Calls(program, "Fit").Where(fit => IsTrainSet(fit) && !IsTrained(fit) && Receiver(fit) is IdentifierNameSyntax && fit.Parent is EqualsValueClauseSyntax)
            .ToDictionary(fit => ((VariableDeclaratorSyntax)fit.Parent!.Parent!).Identifier.ValueText, Receiver);
        var transforms = Calls(program, "Transform").Where(call => Receiver(call) is IdentifierNameSyntax name && preparations.ContainsKey(name.Identifier.ValueText) && IsSet(call, "TestSet")).ToList();
        return transforms.Count == 0 ? null : program.ReplaceNodes(transforms, (old, _) =>
            SyntaxFactory.ParseExpression($"{preparations[Receiver(old).ToString()]}.Fit({old.ArgumentList.Arguments[0]}).Transform({old.ArgumentList.Arguments[0]})"));
    }

    private static IEnumerable<InvocationExpressionSyntax> Calls(SyntaxNode program, string method) =>
        program.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => call.Expression is MemberAccessExpressionSyntax access && access.Name.Identifier.ValueText == method);

    private static MethodDeclarationSyntax? MethodOf(SyntaxNode node) => node.FirstAncestorOrSelf<MethodDeclarationSyntax>();

    private static bool IsTrainSet(InvocationExpressionSyntax call) => IsSet(call, "TrainSet");

    private static bool IsSet(InvocationExpressionSyntax call, string part) =>
        call.ArgumentList.Arguments is [{ Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax, Name.Identifier.ValueText: var name } }] && name == part;

    private static ExpressionSyntax Receiver(InvocationExpressionSyntax call) => ((MemberAccessExpressionSyntax)call.Expression).Expression;

    // Whether a trainer is in what is fitted, or in the variable that holds it.
    private static bool IsTrained(InvocationExpressionSyntax fit)
    {
        var text = FittedBy(fit) ?? "Trainers";
        return text.Contains("Trainers", StringComparison.Ordinal) || text.Contains("trainer", StringComparison.Ordinal);
    }

    private static bool Learns(InvocationExpressionSyntax fit) => FittedBy(fit)?.Contains("Normalize", StringComparison.Ordinal) == true;

    private static string? FittedBy(InvocationExpressionSyntax fit) => Receiver(fit) is IdentifierNameSyntax name
        ? fit.SyntaxTree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(variable => variable.Identifier.ValueText == name.Identifier.ValueText)?.ToString()
        : fit.Expression.ToString();

    private static ArgumentListSyntax OneArgument(ExpressionSyntax expression) => SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(expression.WithoutTrivia())));

    private static CompilationUnitSyntax? WithoutArguments(CompilationUnitSyntax program, IEnumerable<ArgumentSyntax> arguments)
    {
        var dropped = arguments.ToList();
        return dropped.Count == 0 ? null : program.RemoveNodes(dropped, SyntaxRemoveOptions.KeepNoTrivia);
    }
}
