using System.Data;
using System.Data.Common;

namespace LeakageAnalyzers.Runtime.Audit.Sql;

/// <summary>Opens a connection that is closed, and closes it again.</summary>
internal sealed class OpenedConnection : IDisposable
{
    private readonly DbConnection? _opened;

    public OpenedConnection(DbConnection connection)
    {
        if (connection.State == ConnectionState.Closed)
        {
            connection.Open();
            _opened = connection;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _opened?.Close();
}
