using MathNet.Numerics.Random;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>Random numbers that depend on a seed alone: the same on every platform and for any number of cores.</summary>
internal static class RandomStream
{
    public static Random Of(int seed) => Of(seed, 0);

    /// <summary>One of many streams of a seed, so that work can be shared out without changing its result.</summary>
    public static Random Of(int seed, int stream) => new Xoshiro256StarStar(Mix(seed, stream), threadSafe: false);

    /// <summary>The finaliser of SplitMix64 (Steele et al. 2014): neighbouring inputs give unrelated outputs.</summary>
    private static int Mix(int seed, int stream)
    {
        unchecked
        {
            var z = ((ulong)(uint)seed << 32) + (uint)stream + 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return (int)(z ^ (z >> 31));
        }
    }
}
