/** What a route may demand. A route names one of these, or says `public`. */
export type Permission =
  | 'session'
  | 'policies.read'
  | 'households.read'
  | 'submissions.read'
  | 'submissions.write'
  | 'decisions.create'
  | 'decisions.read'
  | 'drafts.read'
  | 'drafts.write'
  | 'drafts.approve'
  | 'policies.publish'
  | 'trail.read'
  | 'administration'

/** One account has one role; writing and approving rules are never in one hand. */
export type Role = 'officer' | 'viewer' | 'administrator' | 'author' | 'approver' | 'auditor'

export const roles: readonly Role[] = ['officer', 'viewer', 'administrator', 'author', 'approver', 'auditor']

const viewer: readonly Permission[] = ['session', 'policies.read', 'households.read', 'submissions.read', 'decisions.read']
const officer: readonly Permission[] = [...viewer, 'submissions.write', 'decisions.create']

/** What each role may do, in its own area. */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  viewer,
  officer,
  administrator: [...officer, 'administration', 'drafts.read', 'trail.read'],
  author: [...viewer, 'drafts.read', 'drafts.write', 'decisions.create'],
  approver: [...viewer, 'drafts.read', 'drafts.approve', 'policies.publish', 'decisions.create', 'trail.read'],
  auditor: [...viewer, 'drafts.read', 'trail.read'],
}
