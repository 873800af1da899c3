/** The server's shapes for the rest of the application; nothing else here knows the server. */
export type {
  Account, AccountWithToken, Attachment, ChangedAccount, Comment, Credentials, Draft, DraftSummary, EffectChange, EffectList, EffectOnDecision, EffectSide, Gate, GateItem, HouseholdFacets, HouseholdLine,
  HouseholdList, ImpactBreakdown, ImpactCategory, ImpactExplanation, ImpactFigures, ImpactHousehold, ImpactHouseholds, ImpactListing, ImpactPreview, ImpactRun, ImpactSummary, ImportedDraft, NewAccount, NewComment, NewDraft, NewerRules, NewImpactPreview, NewImpactRun, Notice, PinnedFormRules, Presence, PresentPerson, ProgrammeOnDate, ProgrammeTimeline, Publishing, RegisterCase, RegisterCounts, Session, StoredDecision, Submission,
  SubmissionAnswers, SubmissionFacets, SubmissionLine, TrailLineDescription, TruthCountLine, Withdrawal,
} from '@tieuchi/server/contract'
