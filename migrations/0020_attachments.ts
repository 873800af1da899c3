import { sql, type Kysely } from 'kysely'

/**
 * Files that belong to a submission. Whoever may see it sees them; they come and go while it is a draft and stay as they are once it is
 * sent, for there is no grant to change one. The same bytes at the same place are one file. Pictures are compressed already.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table attachments (
      id uuid primary key default gen_random_uuid(),
      submission_id uuid not null references submissions on delete cascade,
      item text not null,
      member text,
      name text not null,
      media_type text not null,
      size integer not null,
      sha256 text not null,
      content bytea not null,
      attached_at timestamptz not null,
      attached_by uuid not null references people,
      unique nulls not distinct (submission_id, item, member, sha256)
    );
    alter table attachments alter column content set storage external;

    grant select, insert, delete on attachments to app_user;

    alter table attachments enable row level security;
    create policy attachments_read on attachments for select to app_user
      using (exists (select from submissions s where s.id = submission_id));
    create policy attachments_insert_in_drafts on attachments for insert to app_user
      with check (exists (select from submissions s where s.id = submission_id and s.state = 'draft'));
    create policy attachments_delete_in_drafts on attachments for delete to app_user
      using (exists (select from submissions s where s.id = submission_id and s.state = 'draft'));
  `.execute(db)
}
