using LeakageAnalyzers.Workflow;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Rules;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Which names mean what, as people write them.</summary>
public sealed class ColumnNamesTests
{
    [Theory]
    [InlineData("patient")]
    [InlineData("PatientID")]
    [InlineData("patient_id")]
    [InlineData("PATIENT_ID")]
    [InlineData("Patient ID")]
    [InlineData("patientNumber")]
    [InlineData("SubjId")]
    [InlineData("subject#")]
    [InlineData("Subject No.")]
    [InlineData("ParticipantCode")]
    [InlineData("person_key")]
    [InlineData("CaseNo")]
    [InlineData("MRN")]
    [InlineData("patient_mrn_number")]
    [InlineData("study_uid2")]
    [InlineData("StudyId")]
    [InlineData("eye_id")]
    [InlineData("UserId")]
    [InlineData("customer-number")]
    [InlineData("ClientCode")]
    [InlineData("SessionID")]
    [InlineData("DeviceUuid")]
    [InlineData("HouseholdId")]
    [InlineData("household_no")]
    [InlineData("donorId")]
    [InlineData("StudentId")]
    public void Names_a_group(string name) => Assert.True(GroupColumnNames.Default.IncludesName(name));

    [Theory]
    [InlineData("userRating")]
    [InlineData("caseCount")]
    [InlineData("CaseStatus")]
    [InlineData("PatientAge")]
    [InlineData("Subject")]
    [InlineData("SubjectLine")]
    [InlineData("Device")]
    [InlineData("DeviceType")]
    [InlineData("DeviceCode")]
    [InlineData("EyeColor")]
    [InlineData("SessionLength")]
    [InlineData("UserAgent")]
    [InlineData("HouseholdIncome")]
    [InlineData("FamilyName")]
    [InlineData("Study")]
    [InlineData("CaseInsensitiveText")]
    [InlineData("Personality")]
    [InlineData("ProductId")]
    [InlineData("VendorId")]
    [InlineData("KeyCustomer")]
    [InlineData("Valid")]
    [InlineData("patientId_count")]
    [InlineData("")]
    [InlineData("123")]
    public void Names_no_group(string name) => Assert.False(GroupColumnNames.Default.IncludesName(name));

    [Theory]
    [InlineData("Date")]
    [InlineData("time")]
    [InlineData("pickup_datetime")]
    [InlineData("VisitDate")]
    [InlineData("EventTimestamp")]
    public void Names_a_time(string name) => Assert.True(TimeColumnNames.Default.IncludesName(name));

    [Theory]
    [InlineData("BirthDate")]
    [InlineData("date_of_birth")]
    [InlineData("TripTime")]
    [InlineData("Update")]
    [InlineData("Candidate")]
    [InlineData("DateCount")]
    public void Names_no_time(string name) => Assert.False(TimeColumnNames.Default.IncludesName(name));

    [Theory]
    [InlineData("Id")]
    [InlineData("ID")]
    [InlineData("row_id")]
    [InlineData("PassengerId")]
    [InlineData("RecordNo")]
    [InlineData("OrderNumber")]
    [InlineData("uuid")]
    public void Names_the_row(string name) => Assert.True(IdentifierColumnNames.Default.IncludesName(name));

    [Theory]
    [InlineData("VendorId")]
    [InlineData("StoreID")]
    [InlineData("PULocationID")]
    [InlineData("CategoryId")]
    [InlineData("Idle")]
    [InlineData("Width")]
    [InlineData("Order")]
    [InlineData("NumberOfOrders")]
    public void Does_not_name_the_row(string name) => Assert.False(IdentifierColumnNames.Default.IncludesName(name));

    [Theory]
    [InlineData("Trial", "trial", true)]
    [InlineData("*_owner", "dog_owner", true)]
    [InlineData("*_owner", "owner", false)]
    [InlineData("a*b*c", "AxxbyyC", true)]
    [InlineData("a*b*c", "acb", false)]
    [InlineData("*", "anything", true)]
    [InlineData("ab*ba", "aba", false)]
    [InlineData("*a*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    public void A_pattern_matches_as_its_author_expects(string pattern, string name, bool matches) =>
        Assert.Equal(matches ? true : null, ColumnNamePatterns.Parse(pattern)!.Decide(name));

    [Fact]
    public void The_last_matching_entry_wins_and_an_exclamation_mark_takes_away()
    {
        var patterns = ColumnNamePatterns.Parse("*_owner , !dog_owner, ! PatientId")!;

        Assert.True(patterns.Decide("cat_owner"));
        Assert.False(patterns.Decide("dog_owner"));
        Assert.False(new GroupColumnNames(patterns).IncludesName("PatientId"));
    }

    [Theory]
    [InlineData("SessionId,PatientId", "PatientId")]
    [InlineData("EyeId,Age,SubjectNo", "SubjectNo")]
    [InlineData("PersonId,HouseholdId", "PersonId")]
    [InlineData("SessionId,Age", "SessionId")]
    [InlineData("Id,Eye,Thickness", "Id")]
    [InlineData("Id,Laterality,Thickness", "Id")]
    [InlineData("Id,Thickness", null)]
    [InlineData("Thickness,Side", null)]
    public void Of_several_groups_the_person_is_named(string columns, string? group) =>
        Assert.Equal(group, GroupColumnNames.Default.FindIn(SchemaOf(columns))?.Name);

    [Theory]
    [InlineData("SessionNumber", ColumnType.Text, true)]
    [InlineData("SessionNumber", ColumnType.WholeNumber, false)]
    [InlineData("session_no", ColumnType.Real, false)]
    [InlineData("SessionId", ColumnType.WholeNumber, true)]
    [InlineData("CaseNumber", ColumnType.WholeNumber, true)]
    [InlineData("CaseNumber", ColumnType.Real, false)]
    [InlineData("EmployeeNumber", ColumnType.Real, false)]
    [InlineData("EmployeeId", ColumnType.Real, true)]
    [InlineData("PatientNumber", ColumnType.Real, true)]
    [InlineData("CaseNo", ColumnType.Real, true)]
    public void A_number_may_count_what_a_text_of_that_name_names(string name, ColumnType type, bool names) =>
        Assert.Equal(names, GroupColumnNames.Default.Includes(new Column(name, type)));

    [Theory]
    [InlineData("HouseholdId", "PersonId", true)]
    [InlineData("FamilyId", "PatientId", true)]
    [InlineData("CustomerId", "UserId", true)]
    [InlineData("SessionId", "PatientId", false)]
    [InlineData("DeviceId", "UserId", false)]
    [InlineData("Ward", "PatientId", false)]
    public void A_split_by_another_group_keeps_persons_whole_where_it_may_contain_them(string key, string group, bool contains) =>
        Assert.Equal(contains, GroupColumnNames.Default.MayContain(new Column(key), new Column(group)));

    private static RowSchema SchemaOf(string columns) => new(EquatableList<Column>.From(columns.Split(',').Select(name => new Column(name))), true);
}
