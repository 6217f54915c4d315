import type { ComponentType } from 'preact';
import type { RouteParams } from './routing/match-route.ts';

/** A screen. It gets what its address says. */
export type Screen = ComponentType<{ readonly params: RouteParams }>;

/** One address and the screen behind it, which is loaded when it is first opened. */
export interface AppRoute {
  readonly pattern: string;
  load(): Promise<Screen>;
}

/** Every screen but the first one. */
export const routes: readonly AppRoute[] = [
  { pattern: '/cases', load: async () => (await import('./cases/case-list.tsx')).CaseListScreen },
  { pattern: '/cases/:id', load: async () => (await import('./cases/case-screen.tsx')).CaseScreen },
  { pattern: '/measures', load: async () => (await import('./measures/measure-list.tsx')).MeasureListScreen },
  {
    pattern: '/measures/:year/:id',
    load: async () => (await import('./measures/measure-screen.tsx')).MeasureScreen,
  },
  {
    pattern: '/measures/:year/:id/report',
    load: async () => (await import('./measures/report/report-screen.tsx')).ReportScreen,
  },
  {
    pattern: '/statistics',
    load: async () => (await import('./statistics/statistics-screen.tsx')).StatisticsScreen,
  },
  // Before the addresses that begin with a year.
  {
    pattern: '/measures/plan',
    load: async () => (await import('./measures/plan/plan-start.tsx')).PlanStartScreen,
  },
  {
    pattern: '/measures/plan/:id',
    load: async () => (await import('./measures/plan/draft-screen.tsx')).DraftScreen,
  },
  {
    pattern: '/dashboard',
    load: async () => (await import('./measures/dashboard/dashboard-screen.tsx')).DashboardScreen,
  },
  {
    pattern: '/dashboard/ita/:year',
    load: async () => (await import('./measures/dashboard/ita-screen.tsx')).ItaScreen,
  },
  {
    pattern: '/dashboard/settings',
    load: async () => (await import('./measures/dashboard/settings-screen.tsx')).SettingsScreen,
  },
  {
    pattern: '/reports',
    load: async () => (await import('./measures/reports/reports-screen.tsx')).ReportsScreen,
  },
];
