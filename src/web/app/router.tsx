/** The pages of the site and their addresses. Every page is loaded only when it is opened. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router'
import { Layout } from '#web/app/layout.tsx'
import { loadPage } from '#web/app/load-page.ts'
import { parseUrlState, writeUrlState, type UrlState } from '#web/app/search-state.ts'
import { PageCrash } from '#web/components/page-crash.tsx'
import { Loading } from '#web/components/page-states.tsx'
import { NotFoundPage } from '#web/pages/not-found-page.tsx'
import { StartPage } from '#web/pages/start-page.tsx'

const root = createRootRoute({
  component: Layout,
  notFoundComponent: NotFoundPage,
  errorComponent: PageCrash,
  validateSearch: (search: UrlState): UrlState => search,
  search: { middlewares: [retainSearchParams(['lang'])] },
})

const page = <Path extends string>(path: Path, component: Parameters<typeof createRoute>[0]['component']) =>
  createRoute({ getParentRoute: () => root, path, ...(component && { component }) })

const routes = [
  createRoute({ getParentRoute: () => root, path: '/', component: StartPage }),
  page('/kaart', lazyRouteComponent(() => loadPage(() => import('#web/pages/map-page.tsx')), 'MapPage')),
  page('/index', lazyRouteComponent(() => import('#web/pages/index-page.tsx'), 'IndexPage')),
  page('/index/eigen', lazyRouteComponent(() => import('#web/pages/own-index-page.tsx'), 'OwnIndexPage')),
  page('/bereik/vergelijking', lazyRouteComponent(() => import('#web/pages/distances-page.tsx'), 'DistancesPage')),
  page('/index/vergelijking', lazyRouteComponent(() => import('#web/pages/index-validation-page.tsx'), 'IndexValidationPage')),
  page('/plaats/$id', lazyRouteComponent(() => loadPage(() => import('#web/pages/place-page.tsx')), 'PlacePage')),
  page('/selectie', lazyRouteComponent(() => loadPage(() => import('#web/pages/selection-page.tsx')), 'SelectionPage')),
  page('/scholen', lazyRouteComponent(() => loadPage(() => import('#web/pages/schools-page.tsx')), 'SchoolsPage')),
  page('/bereik', lazyRouteComponent(() => loadPage(() => import('#web/pages/reach-page.tsx')), 'ReachPage')),
  page('/leefregios', lazyRouteComponent(() => loadPage(() => import('#web/pages/daily-regions-page.tsx')), 'DailyRegionsPage')),
  page('/plan', lazyRouteComponent(() => loadPage(() => import('#web/pages/siting-page.tsx')), 'SitingPage')),
  page('/bereik/normen', lazyRouteComponent(() => loadPage(() => import('#web/pages/norms-page.tsx')), 'NormsPage')),
  page('/scenarios', lazyRouteComponent(() => loadPage(() => import('#web/pages/scenarios-page.tsx')), 'ScenariosPage')),
  page('/vergelijk', lazyRouteComponent(() => loadPage(() => import('#web/pages/compare-page.tsx')), 'ComparePage')),
  page('/vooruitblik', lazyRouteComponent(() => loadPage(() => import('#web/pages/outlook-page.tsx')), 'OutlookPage')),
  page('/vooruitblik/kaart', lazyRouteComponent(() => loadPage(() => import('#web/pages/outlook-map-page.tsx')), 'OutlookMapPage')),
  page('/vooruitblik/terugtoets', lazyRouteComponent(() => loadPage(() => import('#web/pages/back-test-page.tsx')), 'BackTestPage')),
  page('/eigen-dorp', lazyRouteComponent(() => loadPage(() => import('#web/pages/own-village-page.tsx')), 'OwnVillagePage')),
  page('/signaal', lazyRouteComponent(() => loadPage(() => import('#web/pages/signal-form-page.tsx')), 'SignalFormPage')),
  page('/signalen', lazyRouteComponent(() => loadPage(() => import('#web/pages/signals-page.tsx')), 'SignalsPage')),
  page('/signaal/$code', lazyRouteComponent(() => loadPage(() => import('#web/pages/signal-receipt-page.tsx')), 'SignalReceiptPage')),
  page('/beheer/aanmelden', lazyRouteComponent(() => loadPage(() => import('#web/pages/sign-in-page.tsx')), 'SignInPage')),
  page('/beheer/signalen', lazyRouteComponent(() => loadPage(() => import('#web/pages/moderation-page.tsx')), 'ModerationPage')),
  page('/privacy', lazyRouteComponent(() => loadPage(() => import('#web/pages/privacy-page.tsx')), 'PrivacyPage')),
  page('/methode', lazyRouteComponent(() => loadPage(() => import('#web/pages/method-page.tsx')), 'MethodsPage')),
  page('/methode/$id', lazyRouteComponent(() => loadPage(() => import('#web/pages/method-page.tsx')), 'MethodPage')),
  page('/bronnen', lazyRouteComponent(() => loadPage(() => import('#web/pages/sources-page.tsx')), 'SourcesPage')),
  page('/importverslag', lazyRouteComponent(() => loadPage(() => import('#web/pages/import-report-page.tsx')), 'ImportReportPage')),
  page('/begrippen', lazyRouteComponent(() => loadPage(() => import('#web/pages/glossary-page.tsx')), 'GlossaryPage')),
  page('/over', lazyRouteComponent(() => loadPage(() => import('#web/pages/about-page.tsx')), 'AboutPage')),
  page('/toegankelijkheid', lazyRouteComponent(() => loadPage(() => import('#web/pages/accessibility-page.tsx')), 'AccessibilityPage')),
]

export function createSiteRouter() {
  return createRouter({
    routeTree: root.addChildren(routes),
    defaultErrorComponent: PageCrash,
    defaultPendingComponent: () => <Loading tall />,
    parseSearch: parseUrlState,
    stringifySearch: writeUrlState,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPendingMs: 200,
  })
}
