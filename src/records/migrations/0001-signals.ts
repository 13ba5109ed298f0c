import type { Migration } from '#records/migrations/migration.ts'

export const signals: Migration = {
  number: 1,
  name: 'signals',
  statements: [
    `create table signal (
      id text primary key,
      receipt_hash text not null unique,
      place_id text not null,
      place_name text not null,
      area_code text not null,
      area_name text not null,
      municipality_code text not null,
      municipality_name text not null,
      basic text not null,
      text text,
      where_exactly text,
      status text not null,
      received_at text not null,
      published_at text,
      redacted_at text,
      erase_at text,
      erased_at text
    )`,
    'create index signal_place on signal (place_id)',
    'create index signal_municipality on signal (municipality_code)',
    'create index signal_received on signal (received_at)',
    `create table signal_event (
      signal_id text not null references signal (id),
      number integer not null,
      status text not null,
      at text not null,
      by_whom text not null,
      note text,
      reference text,
      primary key (signal_id, number)
    )`,
    `create table signal_contact (
      signal_id text primary key references signal (id),
      contact text,
      erase_at text not null,
      erased_at text
    )`,
    `create table moderator (
      id text primary key,
      name text not null unique,
      created_at text not null,
      disabled_at text
    )`,
    `create table moderator_invite (
      token_hash text primary key,
      moderator_id text not null references moderator (id),
      created_at text not null,
      expires_at text not null,
      used_at text
    )`,
    `create table moderator_session (
      token_hash text primary key,
      moderator_id text not null references moderator (id),
      created_at text not null,
      seen_at text not null,
      expires_at text not null,
      revoked_at text
    )`,
    `create table access_log (
      id text primary key,
      at text not null,
      who text not null,
      what text not null,
      subject text not null
    )`,
    'create index access_log_at on access_log (at)',
  ],
}
