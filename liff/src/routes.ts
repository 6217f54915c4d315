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
];
