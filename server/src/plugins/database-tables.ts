import type { AttachmentTable } from '../attachments/attachment-table.ts'
import type { BatchCheckTable } from '../batches/batch-table.ts'
import type { DecisionTable } from '../decisions/decision-table.ts'
import type { RecordedHistoryTable } from '../decisions/recorded-history-table.ts'
import type { DraftAcknowledgementTable, DraftCommentTable, DraftEventTable, DraftTable, DraftVersionTable } from '../drafts/draft-table.ts'
import type { HouseholdReviewTable, HouseholdSpellTable, HouseholdTable, MemberSpellTable } from '../households/household-table.ts'
import type { ImpactGroupTable, ImpactPartTable, ImpactRunTable } from '../impact/impact-table.ts'
import type { NoticeTable } from '../notices/notice-table.ts'
import type { PartnerTable, PartnerUseTable } from '../partners/partner-table.ts'
import type { PersonTable, SeedTable } from '../people/person-table.ts'
import type { PresenceTable } from '../presence/presence-table.ts'
import type { CommonVersionTable, ProgrammeTable, PublicationTable, ReleaseTable } from '../policies/policy-table.ts'
import type { RulesStateTable } from '../policies/rules-state-table.ts'
import type { HouseholdChangeTable, RegisterIdentityTable, RegisterMarkTable } from '../register-columns/register-columns-table.ts'
import type { ReportSetFileTable, ReportSetTable } from '../report-sets/report-set-table.ts'
import type { SessionTable } from '../sessions/session-table.ts'
import type { SubmissionTable } from '../submissions/submission-table.ts'
import type { TrailTable } from '../trail/trail-table.ts'
import type { UnitAttributeTable, UnitSpellTable, UnitTable } from '../units/unit-table.ts'

/** Every table of the database under its name. */
export interface Tables {
  programmes: ProgrammeTable
  common_versions: CommonVersionTable
  releases: ReleaseTable
  publications: PublicationTable
  rules_state: RulesStateTable
  units: UnitTable
  unit_spells: UnitSpellTable
  unit_attributes: UnitAttributeTable
  people: PersonTable
  partners: PartnerTable
  partner_uses: PartnerUseTable
  sessions: SessionTable
  seeds: SeedTable
  households: HouseholdTable
  household_reviews: HouseholdReviewTable
  household_spells: HouseholdSpellTable
  member_spells: MemberSpellTable
  submissions: SubmissionTable
  attachments: AttachmentTable
  decisions: DecisionTable
  recorded_histories: RecordedHistoryTable
  drafts: DraftTable
  draft_versions: DraftVersionTable
  draft_events: DraftEventTable
  draft_comments: DraftCommentTable
  draft_acknowledgements: DraftAcknowledgementTable
  presence: PresenceTable
  trail: TrailTable
  notices: NoticeTable
  register_identity: RegisterIdentityTable
  register_marks: RegisterMarkTable
  household_changes: HouseholdChangeTable
  batch_checks: BatchCheckTable
  impact_runs: ImpactRunTable
  impact_parts: ImpactPartTable
  impact_groups: ImpactGroupTable
  report_sets: ReportSetTable
  report_set_files: ReportSetFileTable
}
