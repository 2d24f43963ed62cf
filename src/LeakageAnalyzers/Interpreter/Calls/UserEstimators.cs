using LeakageAnalyzers.Interpreter.Entries;
using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Estimators written in source: what their <c>Fit</c> does with the rows it is given decides what the step learns.</summary>
internal static class UserEstimators
{
    /// <summary>The step that <paramref name="operand"/> is, fitted on <paramref name="rows"/> or, in a pipeline, on rows of its own; null where its <c>Fit</c> is not in source.</summary>
    public static PipelineStep? StepOf(LibraryCall call, (IOperation Operation, AbstractValue Value) operand, RowSet? rows)
    {
        if (TypeOf(operand) is not { } type || FitOf(type) is not { } fit)
        {
            return null;
        }

        var evaluator = call.Evaluator;
        var site = $"{call.Site}{type.Name}.Fit";
        var input = rows ?? new RowSet(new SymbolicRows(new RowPath(new Origin("rows of " + site, OriginKind.Opaque), EquatableList<RowStep>.Empty)), "the rows", RowSchema.Unknown);
        var state = evaluator.State.WithoutCaptures();
        state.SetLocal(fit.Parameters[0], new RowsValue(input));
        if (evaluator.Engine.Follow(fit, evaluator.Activation, site, state, operand.Value) is not { } result)
        {
            return null;
        }

        evaluator.Continue(result);
        return Describe(type, operand, result, input, () => ReadsLabel(evaluator, type, LabelOf(evaluator, operand.Value)));
    }

    private static PipelineStep Describe(INamedTypeSymbol type, (IOperation Operation, AbstractValue Value) operand, CallResult result, RowSet input, Func<bool> readsLabel)
    {
        var inner = result.Events.OfType<Fitted>().Where(fitted => fitted.Model.TrainedOn.RelationTo(input).SharesRows()).SelectMany(fitted => fitted.Model.Steps).ToList();
        var read = result.Events.OfType<RowsRead>().Where(reading => reading.Rows.RelationTo(input).SharesRows()).ToList();
        var own = read.Exists(reading => reading.IsKnown) ? (readsLabel() ? StepClass.Supervised : StepClass.Statistics)
            : read.Count > 0 ? StepClass.Unknown
            : StepClass.Stateless;
        var strongest = inner.Select(step => step.Class).Append(own).Max();
        return new PipelineStep(
            type.Name,
            strongest,
            inner.Select(step => step.Task).LastOrDefault(task => task != LearningTask.None),
            EquatableList<string>.From(inner.SelectMany(step => step.Inputs).Distinct()),
            EquatableList<string>.From(inner.SelectMany(step => step.Outputs).Distinct()),
            inner.Select(step => step.Label).FirstOrDefault(name => name is not null),
            Places.Of(operand.Operation));
    }

    private static INamedTypeSymbol? TypeOf((IOperation Operation, AbstractValue Value) operand)
    {
        var type = (operand.Value as ObjectValue)?.Type ?? TypeBeforeConversion(operand.Operation) as INamedTypeSymbol;
        return type is { IsAbstract: false, TypeKind: TypeKind.Class or TypeKind.Struct } && MlTypes.IsEstimator(type) ? type : null;
    }

    private static ITypeSymbol? TypeBeforeConversion(IOperation operation) => operation is IConversionOperation conversion ? TypeBeforeConversion(conversion.Operand) : operation.Type;

    private static IMethodSymbol? FitOf(INamedTypeSymbol type) => type.AllInterfaces.Where(MlTypes.IsEstimator)
        .SelectMany(contract => contract.OriginalDefinition.GetMembers(Catalog.FitMethod)).OfType<IMethodSymbol>()
        .Select(slot => TypeHierarchy.Resolve(slot, type)?.OriginalDefinition)
        .FirstOrDefault(fit => fit is { DeclaringSyntaxReferences.IsEmpty: false, Parameters.Length: 1 });

    // A member whose name says so holds the name of the label column.
    private static string LabelOf(Evaluator evaluator, AbstractValue estimator) => evaluator.State.NamedMembersOf(estimator.Identity)
        .Where(member => NamesLabel(member.Key))
        .Select(member => (member.Value as ConstantValue)?.Value as string)
        .FirstOrDefault(name => name is not null) ?? Catalog.DefaultLabel;

    // Which columns are told to whom is no reading: constructors keep names, schemas are about names alone.
    private static bool ReadsLabel(Evaluator evaluator, INamedTypeSymbol type, string label) => type.OriginalDefinition.GetMembers().OfType<IMethodSymbol>()
        .Where(method => method.MethodKind is not (MethodKind.Constructor or MethodKind.StaticConstructor) && !method.Name.EndsWith(Catalog.OutputSchemaMethod, StringComparison.Ordinal))
        .Select(method => evaluator.Engine.Bodies.GraphOf(method)?.OriginalOperation)
        .OfType<IOperation>()
        .SelectMany(body => body.DescendantsAndSelf())
        .Any(operation => IsOfLabel(operation, label));

    private static bool IsOfLabel(IOperation operation, string label) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text == label,
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member => NamesLabel(member.Member.Name) || Schemas.NameOfColumn(member.Member) == label,
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter => NamesLabel(parameter.Parameter.Name),
        _ => false,
    };

    private static bool NamesLabel(string name) => name.IndexOf("label", StringComparison.OrdinalIgnoreCase) >= 0;
}
