/** What is measured, and the figures to reach. */
export const benchLimits = {
  connections: 50,
  /** Rounds of program and baseline in turn; the median round counts. */
  rounds: 3,
  roundSeconds: 4,
  warmUpSeconds: 2,
  boots: 5,
  memoryEvents: 100_000,
  workbookLines: 5_000,
  chats: 500,
  /** Chats before the ones that count: what people meet has run for a while. */
  warmUpChats: 50,
} as const;

export const targets = {
  throughputRatioLeast: 0.5,
  p99RatioMost: 3,
  bootMsMost: 1_000,
  rssMbMost: 200,
  workbookMsMost: 1_000,
  answerP95MsMost: 1_000,
} as const;
