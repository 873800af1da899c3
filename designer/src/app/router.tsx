import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect, retainSearchParams } from '@tanstack/react-router'
import type { ReportPeriod } from '@tieuchi/runtime'
import { sessionQuery } from '../api/session-api.ts'
import { isDraftTab, type DraftTab } from '../draft/draft-tabs.ts'
import { isGrouping, type Grouping } from '../entitlements/entitlement-groups.ts'
import { readPivotSearch, type PivotSearch } from '../explore/pivot.ts'
import { isFormView, type FormView } from '../form-designer/form-views.ts'
import { phoneAddress } from '../form-designer/preview-message.ts'
import { readImpactSearch, type ImpactSearch } from '../impact/impact-search.ts'
import { isReportPeriod } from '../reports/report-span.ts'
import { isReleaseTab, type ReleaseTab } from '../policies/release-tabs.ts'
import { readHouseholdSearch } from '../review/household-search.ts'
import { HouseholdsPage } from '../review/HouseholdsPage.tsx'
import { PasswordPage } from '../sign-in/PasswordPage.tsx'
import { SignInPage } from '../sign-in/SignInPage.tsx'
import { readSubmissionSearch } from '../submissions/submission-search.ts'
import { LoadProblem } from './LoadProblem.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { queryClient } from './query-client.ts'
import { Shell } from './Shell.tsx'

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
const day = (value: unknown): string | undefined => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined)

interface ViewSearch {
  readonly at?: string | undefined
}

/** What of a draft is open: its tab and element, how its form is looked at, what its cases are narrowed to, and what of its impact is looked at. */
interface DraftSearch extends ImpactSearch {
  readonly tab?: DraftTab | undefined
  readonly on?: string | undefined
  readonly find?: string | undefined
  readonly only?: string | undefined
  readonly view?: FormView | undefined
}

const readDraftSearch = (search: Record<string, unknown>): DraftSearch =>
  ({ ...readImpactSearch(search), tab: isDraftTab(search['tab']) ? search['tab'] : undefined, on: text(search['on']), find: text(search['find']), only: text(search['only']), view: isFormView(search['view']) ? search['view'] : undefined })

const rootRoute = createRootRoute()

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { readonly to?: string | undefined } => ({ to: text(search['to']) }),
  component: SignInPage,
})

const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  validateSearch: (search: Record<string, unknown>): { readonly token?: string | undefined } => ({ token: text(search['token']) }),
  component: PasswordPage,
})

const formPreviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: phoneAddress,
  component: lazyRouteComponent(() => import('../form-designer/PreviewPhone.tsx'), 'PreviewPhone'),
})

const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  validateSearch: (search: Record<string, unknown>): ViewSearch => ({ at: day(search['at']) }),
  search: { middlewares: [retainSearchParams(['at'])] },
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery)
    if (!session) throw redirect({ to: '/sign-in', search: { to: location.href === '/' ? undefined : location.href } })
  },
  component: Shell,
  errorComponent: LoadProblem,
})

/** An address that is none of ours keeps the way to those that are. */
const noPageRoute = createRoute({ getParentRoute: () => signedInRoute, path: '$', component: NotFoundPage })

const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/households' })
  },
})

const householdsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/households',
  validateSearch: readHouseholdSearch,
  component: HouseholdsPage,
})

const entitlementsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/households/$id/entitlements',
  validateSearch: (search: Record<string, unknown>): { readonly by?: Grouping | undefined } => ({ by: isGrouping(search['by']) ? search['by'] : undefined }),
  component: lazyRouteComponent(() => import('../entitlements/EntitlementsPage.tsx'), 'EntitlementsPage'),
})

const submissionsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/submissions',
  validateSearch: readSubmissionSearch,
  component: lazyRouteComponent(() => import('../submissions/SubmissionsPage.tsx'), 'SubmissionsPage'),
})

const submissionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/submissions/$id',
  component: lazyRouteComponent(() => import('../review/SubmissionPage.tsx'), 'SubmissionPage'),
})

const policiesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/policies',
  component: lazyRouteComponent(() => import('../policies/PoliciesPage.tsx'), 'PoliciesPage'),
})

const timelineRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/policies/$programme',
  component: lazyRouteComponent(() => import('../policies/TimelinePage.tsx'), 'TimelinePage'),
})

const releaseRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/policies/$programme/releases/$hash',
  validateSearch: (search: Record<string, unknown>): { readonly tab?: ReleaseTab | undefined; readonly on?: string | undefined } => ({ tab: isReleaseTab(search['tab']) ? search['tab'] : undefined, on: text(search['on']) }),
  component: lazyRouteComponent(() => import('../policies/ReleasePage.tsx'), 'ReleasePage'),
})

const compareRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/policies/$programme/compare',
  validateSearch: (search: Record<string, unknown>): { readonly before?: string | undefined; readonly after?: string | undefined } => ({ before: text(search['before']), after: text(search['after']) }),
  beforeLoad: ({ params, search: { before, after } }) => {
    if (before === undefined || after === undefined) throw redirect({ to: '/policies/$programme', params })
  },
  component: lazyRouteComponent(() => import('../policies/ComparePage.tsx'), 'ComparePage'),
})

const draftRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/drafts/$id',
  validateSearch: readDraftSearch,
  component: lazyRouteComponent(() => import('../draft/DraftPage.tsx'), 'DraftPage'),
})

const impactRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/impact/$id',
  validateSearch: (search: Record<string, unknown>): ImpactSearch => readImpactSearch(search),
  component: lazyRouteComponent(() => import('../impact/ImpactPage.tsx'), 'ImpactPage'),
})

interface ReportSearch {
  readonly unit?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly known?: string | undefined
  readonly layer?: 'local' | undefined
}

const readReportSearch = (search: Record<string, unknown>): ReportSearch => ({ unit: text(search['unit']), from: day(search['from']), to: day(search['to']), known: day(search['known']), layer: search['layer'] === 'local' ? 'local' : undefined })

/** Which forms are listed, and which set of reports a link leads to. */
interface ReportsSearch extends ReportSearch {
  readonly period?: ReportPeriod | undefined
  readonly set?: string | undefined
}

const reportsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/reports',
  validateSearch: (search: Record<string, unknown>): ReportsSearch => ({ ...readReportSearch(search), period: isReportPeriod(search['period']) ? search['period'] : undefined, set: text(search['set']) }),
  component: lazyRouteComponent(() => import('../reports/ReportsPage.tsx'), 'ReportsPage'),
})

const exploreRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/reports/explore',
  validateSearch: (search: Record<string, unknown>): ReportSearch & PivotSearch => ({ ...readReportSearch(search), ...readPivotSearch(search) }),
  component: lazyRouteComponent(() => import('../explore/ExplorePage.tsx'), 'ExplorePage'),
})

const reportRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/reports/$programme/$report',
  validateSearch: readReportSearch,
  component: lazyRouteComponent(() => import('../reports/ReportPage.tsx'), 'ReportPage'),
})

const peopleRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/people',
  component: lazyRouteComponent(() => import('../people/PeoplePage.tsx'), 'PeoplePage'),
})

const partnersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/partners',
  component: lazyRouteComponent(() => import('../partners/PartnersPage.tsx'), 'PartnersPage'),
})

const trailRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/trail',
  component: lazyRouteComponent(() => import('../people/TrailPage.tsx'), 'TrailPage'),
})

const routeTree = rootRoute.addChildren([signInRoute, passwordRoute, formPreviewRoute, signedInRoute.addChildren([homeRoute, householdsRoute, entitlementsRoute, submissionsRoute, submissionRoute, policiesRoute, timelineRoute, releaseRoute, compareRoute, draftRoute, impactRoute, reportsRoute, exploreRoute, reportRoute, peopleRoute, partnersRoute, trailRoute, noPageRoute])])

export const router = createRouter({ routeTree, defaultErrorComponent: LoadProblem, defaultPreload: false, scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
