using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Tests.Guard;

/// <summary>A model that one guard saved and another one, as in another process, loads.</summary>
public sealed class SavedModelTests : IDisposable
{
    private readonly MLContext _context = Patients.Context();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("saved-model-");
    private readonly LeakageGuard _guard = new();

    private string ModelPath => Path.Combine(_folder.FullName, "model.zip");

    public void Dispose()
    {
        _guard.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Rows_that_a_loaded_model_was_fitted_on_are_known_by_their_values()
    {
        SaveTrainedOn(rows => _context.Data.TakeRows(rows, 150));
        var rows = _guard.Watch(Patients.Load(_context));

        var model = _guard.Load(_context, ModelPath, out var schema);
        _context.BinaryClassification.Evaluate(_guard.Tested(model.Transform(rows)));

        Assert.NotNull(schema);
        var finding = Assert.Single(_guard.Findings());
        Assert.Equal(("LEAK201", 150, 240), (finding.Id, finding.SharedRowCount, finding.TestedRowCount));
        Assert.Contains("SavedModelTests.cs", finding.FilePath, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_rows_are_silent()
    {
        SaveTrainedOn(rows => _context.Data.TakeRows(rows, 150));
        var rows = _guard.Watch(Patients.Load(_context));

        _context.BinaryClassification.Evaluate(_guard.Tested(_guard.Load(_context, ModelPath, out _).Transform(_context.Data.SkipRows(rows, 150))));

        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void Test_rows_that_were_loaded_by_themselves_are_known_too()
    {
        SaveTrainedOn(rows => _context.Data.TakeRows(rows, 150));
        var own = _guard.Watch(_context.Data.LoadFromEnumerable(Patients.Visits().Skip(140).Take(50)));

        _context.BinaryClassification.Evaluate(_guard.Tested(_guard.Load(_context, ModelPath, out _).Transform(own)));

        Assert.Equal((10, 50), (Assert.Single(_guard.Findings()).SharedRowCount, _guard.Findings()[0].TestedRowCount));
    }

    [Fact]
    public void A_model_saved_without_a_guard_is_loaded_and_unknown()
    {
        var rows = Patients.Load(_context);
        _guard.Save(_context, Patients.Features(_context).Append(Patients.FastTree(_context)).Fit(rows), rows.Schema, ModelPath);

        Assert.False(File.Exists(ModelPath + ".leakage"));
        _context.BinaryClassification.Evaluate(_guard.Tested(_guard.Load(_context, ModelPath, out _).Transform(_guard.Watch(rows))));
        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void A_file_of_another_model_and_a_damaged_one_are_refused()
    {
        SaveTrainedOn(rows => rows);
        var rows = Patients.Load(_context);
        _context.Model.Save(Patients.Features(_context).Fit(rows), rows.Schema, ModelPath);
        Assert.Contains("belongs to another model", Assert.Throws<InvalidDataException>(() => _guard.Load(_context, ModelPath, out _)).Message, StringComparison.Ordinal);

        File.WriteAllBytes(ModelPath + ".leakage", File.ReadAllBytes(ModelPath + ".leakage")[..200]);
        Assert.Throws<InvalidDataException>(() => _guard.Load(_context, ModelPath, out _));
        File.WriteAllText(ModelPath + ".leakage", "{}");
        Assert.Throws<InvalidDataException>(() => _guard.Load(_context, ModelPath, out _));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told_and_nothing_is_left_behind()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var model = _guard.Fit(Patients.Features(_context).Append(Patients.FastTree(_context)), rows);
        Directory.CreateDirectory(ModelPath + ".leakage");

        Assert.Contains(
            $"The model is saved, but the rows that it was fitted on cannot be written to '{ModelPath}.leakage'",
            Assert.Throws<IOException>(() => _guard.Save(_context, model, rows.Schema, ModelPath)).Message,
            StringComparison.Ordinal);
        Assert.Equal(["model.zip"], _folder.GetFiles().Select(file => file.Name));
        var missing = Path.Combine(_folder.FullName, "missing", "model.zip");
        Assert.Contains(
            $"The model cannot be written to '{missing}'", Assert.Throws<IOException>(() => _guard.Save(_context, model, rows.Schema, missing)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_guard_that_is_off_saves_and_loads_the_model_alone()
    {
        using var off = new LeakageGuard(isOn: false);
        var rows = Patients.Load(_context);

        off.Save(_context, off.Fit(Patients.Features(_context).Append(Patients.FastTree(_context)), rows), rows.Schema, ModelPath);

        Assert.Equal(["model.zip"], _folder.GetFiles().Select(file => file.Name));
        Assert.NotNull(off.Load(_context, ModelPath, out _).Transform(rows).Schema.GetColumnOrNull("Score"));
    }

    private void SaveTrainedOn(Func<IDataView, IDataView> part)
    {
        using var guard = new LeakageGuard();
        var rows = guard.Watch(Patients.Load(_context));
        guard.Save(_context, guard.Fit(Patients.Features(_context).Append(Patients.FastTree(_context)), part(rows)), rows.Schema, ModelPath);
    }
}
