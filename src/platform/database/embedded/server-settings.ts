/** The settings of the server, as `name=value`; given at each start, so that a newer Gongji changes them for old data too. */
export function settings(port: number, persistent: boolean): string[] {
  return [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    // No socket file, which would lie in a folder shared with other users.
    'unix_socket_directories=',
    'max_connections=200',
    'shared_buffers=128MB',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_line_prefix=%m ',
    // The server's own life only: statements, and what they stumble over, hold personal data; the application reports those.
    'log_min_messages=log',
    'log_min_error_statement=panic',
    'log_checkpoints=off',
    ...(persistent ? lasting : thrownAway),
  ];
}

const lasting = ['fsync=on', 'full_page_writes=on', 'synchronous_commit=on'];

/** Nothing of a temporary server is ever recovered. */
const thrownAway = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'wal_level=minimal',
  'max_wal_senders=0',
];
