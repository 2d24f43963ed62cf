using System.Globalization;
using System.Reflection;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Agreement.Host.Data;

/// <summary>One column of generated rows.</summary>
/// <param name="Name">Its name, which says what it holds.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Start">The field in which it starts.</param>
/// <param name="Width">How many fields it fills.</param>
internal sealed record GivenColumn(string Name, Type Type, int Start, int Width)
{
    private static readonly DateTime FirstDay = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly string[] Words = ["pain", "fever", "cough", "rest", "walks", "better", "worse", "sleeps", "daily", "rarely"];

    /// <summary>The columns that <c>LoadColumn</c> attributes of <paramref name="row"/> name.</summary>
    public static IReadOnlyList<GivenColumn> Of(Type row) => [.. MembersOf(row).Select(member => Of(member.Member, member.Type)).Where(column => column.Start >= 0)];

    /// <summary>The columns of a loader.</summary>
    public static IReadOnlyList<GivenColumn> Of(TextLoader.Column[] columns) =>
    [
        .. columns.Select(column => new GivenColumn(
            column.Name,
            column.DataKind switch { DataKind.String => typeof(string), DataKind.Boolean => typeof(bool), DataKind.Single => typeof(float), DataKind.Double => typeof(double), DataKind.DateTime => typeof(DateTime), _ => typeof(int) },
            column.Source[0].Min,
            (column.Source[0].Max ?? column.Source[0].Min) - column.Source[0].Min + 1)),
    ];

    /// <summary>The lines of a file of <paramref name="count"/> rows.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<GivenColumn> columns, int seed, int count, char separator, bool hasHeader)
    {
        var fields = columns.Count == 0 ? 1 : columns.Max(column => column.Start + column.Width);
        var random = new Random(seed);
        for (var row = hasHeader ? -1 : 0; row < count; row++)
        {
            var line = new string[fields];
            Array.Fill(line, row < 0 ? "Unused" : "0");
            var health = Normal(random);
            foreach (var column in columns)
            {
                for (var i = 0; i < column.Width; i++)
                {
                    line[column.Start + i] = row < 0 ? column.Name : string.Create(CultureInfo.InvariantCulture, $"{column.Value(row, health, random)}");
                }
            }

            yield return string.Join(separator, line);
        }
    }

    /// <summary>Objects of the type <paramref name="row"/> whose writable members are filled.</summary>
    public static IEnumerable<object> ObjectsOf(Type row, int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var health = Normal(random);
            var item = Activator.CreateInstance(row)!;
            foreach (var (member, type, write) in MembersOf(row))
            {
                var column = new GivenColumn(member.Name, type.GetElementType() ?? type, 0, 1);
                write(item, type.IsArray ? column.Vector(WidthOf(member), i, health, random) : column.Value(i, health, random));
            }

            yield return item;
        }
    }

    private static GivenColumn Of(MemberInfo member, Type type)
    {
        var fields = member.GetCustomAttributesData().FirstOrDefault(attribute => attribute.AttributeType == typeof(LoadColumnAttribute))?.ConstructorArguments;
        return fields switch
        {
            [{ Value: int only }] => new GivenColumn(member.Name, type.GetElementType() ?? type, only, 1),
            [{ Value: int first }, { Value: int last }] => new GivenColumn(member.Name, type.GetElementType() ?? type, first, last - first + 1),
            _ => new GivenColumn(member.Name, type, -1, 0),
        };
    }

    private static IEnumerable<(MemberInfo Member, Type Type, Action<object, object> Write)> MembersOf(Type row) =>
        row.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanWrite)
            .Select(property => ((MemberInfo)property, property.PropertyType, (Action<object, object>)property.SetValue))
            .Concat(row.GetFields(BindingFlags.Instance | BindingFlags.Public).Select(field => ((MemberInfo)field, field.FieldType, (Action<object, object>)field.SetValue)));

    private static int WidthOf(MemberInfo member) => member.GetCustomAttributesData()
        .Where(attribute => attribute.AttributeType == typeof(VectorTypeAttribute) && attribute.ConstructorArguments.Count == 1)
        .Select(attribute => attribute.ConstructorArguments[0].Value as int?).FirstOrDefault() ?? 3;

    private Array Vector(int width, int row, double health, Random random)
    {
        var values = Array.CreateInstance(Type, width);
        for (var i = 0; i < width; i++)
        {
            values.SetValue(Value(row, health, random), i);
        }

        return values;
    }

    // What a column holds goes by its type and name. The same individual comes again after 200 rows; the label follows the health of the row, and so do measurements.
    private object Value(int row, double health, Random random)
    {
        var isIndividual = Name.EndsWith("id", StringComparison.OrdinalIgnoreCase) || Name.Contains('#', StringComparison.Ordinal) || Name is "Code" or "Person" or "Patient";
        var isLabel = Name is "Label" or "Growth" or "Target";
        return Type switch
        {
            _ when Type == typeof(bool) => health + Normal(random) > 0,
            _ when Type == typeof(string) => isIndividual ? $"{Name}{row % 200}" : Name is "Text" or "Note" or "Title" or "Notes" or "Description" ? Sentence(random) : $"{Name[0]}{random.Next(4)}",
            _ when Type == typeof(float) => isLabel ? (float)Math.Clamp(Math.Round(2 + health), 0, 4) : (float)Measurement(health, random),
            _ when Type == typeof(double) => Measurement(health, random),
            _ when Type == typeof(DateTime) => FirstDay.AddHours(row),
            _ when Type == typeof(Guid) => new Guid(row, 0, 0, new byte[8]),
            _ when Type.IsEnum => Enum.GetValues(Type).GetValue(random.Next(Enum.GetValues(Type).Length))!,
            _ when Type.IsPrimitive => Convert.ChangeType(isIndividual ? row % 200 % 120 : random.Next(5), Type, CultureInfo.InvariantCulture),
            _ => throw new NotSupportedException($"No values are known for a {Type}."),
        };
    }

    private double Measurement(double health, Random random)
    {
        var (middle, spread) = Name switch { "Age" => (50, 15), "Pressure" => (120, 20), _ => (0, 1) };
        return middle + (spread * ((health / 2) + Normal(random)));
    }

    private static string Sentence(Random random) => string.Join(' ', Enumerable.Range(0, 6).Select(_ => Words[random.Next(Words.Length)]));

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
