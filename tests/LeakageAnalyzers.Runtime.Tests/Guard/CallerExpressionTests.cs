using LeakageAnalyzers.Runtime.Guard.Events;

namespace LeakageAnalyzers.Runtime.Tests.Guard;

public sealed class CallerExpressionTests
{
    [Theory]
    [InlineData("ml.Data.TrainTestSplit(rows)", "rows")]
    [InlineData("ml.Data.TrainTestSplit( scaled, testFraction: 0.2)", "scaled")]
    public void The_rows_that_a_call_cuts_are_named_after_its_first_argument(string expression, string name) =>
        Assert.Equal(name, CallerExpression.NameOfFirstArgument(expression));

    [Theory]
    [InlineData("parts")]
    [InlineData("Split()")]
    [InlineData("ml.Data.TrainTestSplit(model.Transform(rows))")]
    [InlineData("ml.Data.TrainTestSplit(testFraction: 0.2, data: rows)")]
    [InlineData("ml.Data.TrainTestSplit(isLargeStudy && hasEnoughPatientsOnEverySite ? all : some)")]
    public void Rows_that_it_does_not_name_in_a_word_have_no_name(string expression) =>
        Assert.Equal(CallerExpression.Unnamed, CallerExpression.NameOfFirstArgument(expression));
}
