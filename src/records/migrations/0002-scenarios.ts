import type { Migration } from '#records/migrations/migration.ts'

export const scenarios: Migration = {
  number: 2,
  name: 'scenarios',
  statements: [
    `create table scenario (
      id text primary key,
      secret_hash text not null,
      created_at text not null,
      used_on text not null,
      erased_at text
    )`,
    `create table scenario_version (
      scenario_id text not null references scenario (id),
      number integer not null,
      document text,
      figures_version text not null,
      saved_at text not null,
      primary key (scenario_id, number)
    )`,
    'create index scenario_used on scenario (used_on)',
  ],
}
