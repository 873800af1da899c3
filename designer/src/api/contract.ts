/** The server's shapes for the rest of the application; nothing else here knows the server. */
export type {
  Account, AccountWithToken, Attachment, ChangedAccount, Comment, CountedHousehold, CountedHouseholds, Credentials, Draft, DraftReport, DraftSummary, EffectChange, EffectList, EffectOnDecision, EffectSide, EntitlementLine, EntitlementReason, Exploration, Exploring, Gate, GateItem, HouseholdEntitlements, HouseholdFacets, HouseholdLine,
  HouseholdList, ImpactBreakdown, ImpactCategory, ImpactExplanation, ImpactFigures, ImpactHousehold, ImpactHouseholds, ImpactListing, ImpactPreview, ImpactRun, ImpactSummary, ImportedDraft, NewAccount, NewComment, NewDraft, NewerRules, NewImpactPreview, NewImpactRun, NewPartner, Notice, OutcomeSummary, Partner, PartnerChange, PartnerWithKey, PinnedFormRules, Presence, PresentPerson, ProgrammeEntitlements, ProgrammeOnDate, ProgrammeTimeline, Publishing, RecordedOutcome, RegisterCase, RegisterCounts, Report, ReportLine, ReportSet, Session, StoredDecision, Submission,
  SubmissionAnswers, SubmissionFacets, SubmissionLine, TrailLineDescription, TruthCountLine, Withdrawal,
} from '@tieuchi/server/contract'
