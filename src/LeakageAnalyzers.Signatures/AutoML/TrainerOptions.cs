namespace Microsoft.ML.AutoML.CodeGen;

public sealed class FastTreeOption
{
    public int NumberOfLeaves { get; set; }

    public int MinimumExampleCountPerLeaf { get; set; }

    public int NumberOfTrees { get; set; }

    public int MaximumBinCountPerFeature { get; set; }

    public double FeatureFraction { get; set; }

    public double LearningRate { get; set; }

    public string LabelColumnName { get; set; }

    public string FeatureColumnName { get; set; }

    public string ExampleWeightColumnName { get; set; }
}

public sealed class LgbmOption
{
    public int NumberOfLeaves { get; set; }

    public int MinimumExampleCountPerLeaf { get; set; }

    public double LearningRate { get; set; }

    public int NumberOfTrees { get; set; }

    public double SubsampleFraction { get; set; }

    public int MaximumBinCountPerFeature { get; set; }

    public double FeatureFraction { get; set; }

    public double L1Regularization { get; set; }

    public double L2Regularization { get; set; }

    public string LabelColumnName { get; set; }

    public string FeatureColumnName { get; set; }

    public string ExampleWeightColumnName { get; set; }
}

public sealed class FastForestOption
{
    public int NumberOfTrees { get; set; }

    public int NumberOfLeaves { get; set; }

    public float FeatureFraction { get; set; }

    public string LabelColumnName { get; set; }

    public string FeatureColumnName { get; set; }

    public string ExampleWeightColumnName { get; set; }
}

public sealed class LbfgsOption
{
    public float L1Regularization { get; set; }

    public float L2Regularization { get; set; }

    public string LabelColumnName { get; set; }

    public string FeatureColumnName { get; set; }

    public string ExampleWeightColumnName { get; set; }
}

public sealed class SdcaOption
{
    public float L1Regularization { get; set; }

    public float L2Regularization { get; set; }

    public string LabelColumnName { get; set; }

    public string FeatureColumnName { get; set; }

    public string ExampleWeightColumnName { get; set; }
}
