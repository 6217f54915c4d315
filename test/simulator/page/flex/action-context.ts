import { createContext } from 'preact';
import type { LineAction } from './flex-types.ts';

/** What a tap does. The chat sends it to the simulator; the gallery only says what was tapped. */
export type OnAction = (action: LineAction) => void;

export const ActionContext = createContext<OnAction>(() => {});
