import type { Account } from '../api/contract.ts'

/** Roles in the order they are offered. */
export const roles: readonly Account['role'][] = ['officer', 'viewer', 'author', 'approver', 'auditor', 'administrator']
