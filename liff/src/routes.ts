import type { ComponentType } from 'preact';
import type { RouteParams } from './routing/match-route.ts';

/** A screen. It gets what its address says. */
export type Screen = ComponentType<{ readonly params: RouteParams }>;

/** One address and the screen behind it, which is loaded when it is first opened. */
export interface AppRoute {
  readonly pattern: string;
  load(): Promise<Screen>;
}

const compose = () => import('./notices/compose-screen.tsx');

/** Every screen but the first one. The first pattern that fits an address wins. */
export const routes: readonly AppRoute[] = [
  { pattern: '/cases', load: async () => (await import('./cases/case-list.tsx')).CaseListScreen },
  { pattern: '/cases/:id', load: async () => (await import('./cases/case-screen.tsx')).CaseScreen },
  { pattern: '/measures', load: async () => (await import('./measures/measure-list.tsx')).MeasureListScreen },
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
  { pattern: '/notices', load: async () => (await import('./notices/notice-list.tsx')).NoticeListScreen },
  { pattern: '/notices/new', load: async () => (await compose()).NewNoticeScreen },
  { pattern: '/notices/:id', load: async () => (await import('./notices/notice-screen.tsx')).NoticeScreen },
  { pattern: '/notices/:id/edit', load: async () => (await compose()).EditNoticeScreen },
  { pattern: '/notices/:id/copy', load: async () => (await compose()).CopyNoticeScreen },
  { pattern: '/notices/:id/correct', load: async () => (await compose()).CorrectNoticeScreen },
  { pattern: '/gifts', load: async () => (await import('./gifts/gift-list.tsx')).GiftListScreen },
  { pattern: '/gifts/new', load: async () => (await import('./gifts/gift-screen.tsx')).NewGiftScreen },
  { pattern: '/gifts/:id', load: async () => (await import('./gifts/gift-screen.tsx')).EditGiftScreen },
  { pattern: '/quota', load: async () => (await import('./quota/quota-screen.tsx')).QuotaScreen },
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
