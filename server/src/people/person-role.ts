/** What a route may demand. A route names one of these, or says `public`. */
export type Permission =
  | 'session'
  | 'policies.read'
  | 'households.read'
  | 'submissions.read'
  | 'submissions.write'
  | 'decisions.create'
  | 'decisions.read'
  | 'administration'

export type Role = 'officer' | 'viewer' | 'administrator'

const viewer: readonly Permission[] = ['session', 'policies.read', 'households.read', 'submissions.read', 'decisions.read']
const officer: readonly Permission[] = [...viewer, 'submissions.write', 'decisions.create']

/** What each role may do, in its own area. */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  viewer,
  officer,
  administrator: [...officer, 'administration'],
}
