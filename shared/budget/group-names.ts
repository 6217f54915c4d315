import { editDistance, squeeze, tidy } from '../thai/text.ts';
import type { GroupColumn } from './column-words.ts';
import { BUDGET_GROUPS, PROGRAMS } from './taxonomy.ts';

/** A slip of typing, at most; more is another name. */
const SUGGESTION_DISTANCE_MAX = 3;

const PROGRAM_BY_KEY = new Map<string, string>();
const PROGRAMS_OF_TASK = new Map<string, string[]>();
const TASK_BY_KEY = new Map<string, string>();
for (const { name, aliases = [], tasks } of PROGRAMS) {
  for (const each of [name, ...aliases]) PROGRAM_BY_KEY.set(groupKey('program', each), name);
  for (const task of tasks) {
    const key = groupKey('task', task);
    TASK_BY_KEY.set(key, task);
    PROGRAMS_OF_TASK.set(key, [...(PROGRAMS_OF_TASK.get(key) ?? []), name]);
  }
}
const GROUP_BY_KEY = new Map<string, string>();
for (const { name, aliases = [] } of BUDGET_GROUPS) {
  for (const each of [name, ...aliases]) GROUP_BY_KEY.set(groupKey('budgetGroup', each), name);
}

/** The name without the word (แผนงาน, งาน, หมวด) that files put before it, tidied. A bare "งาน" stays. */
export function withoutPrefix(column: GroupColumn, text: string): string {
  const name = tidy(text);
  if (column === 'program') return name.replace(/^แผนงาน\s*(?=\S)/, '');
  if (column === 'task') return name.replace(/^งาน\s*(?=\S)/, '');
  return column === 'category' ? name.replace(/^หมวด\s*(?=\S)/, '') : name;
}

/** What a name is compared by: no prefix, spaces or brackets. */
export function groupKey(column: GroupColumn, text: string): string {
  return squeeze(withoutPrefix(column, text)).replace(/[()]/g, '');
}

/**
 * The name as lines carry it: the official spelling when the name is known (other spacing or a listed alias), else as written,
 * without prefix. Misspellings are not corrected: that is for a person (see `programSuggestion`).
 */
export function groupName(column: GroupColumn, text: string): string {
  const written = withoutPrefix(column, text);
  const key = groupKey(column, text);
  if (column === 'program') return PROGRAM_BY_KEY.get(key) ?? written;
  if (column === 'task') return TASK_BY_KEY.get(key) ?? written;
  return column === 'budgetGroup' ? (GROUP_BY_KEY.get(key) ?? written) : written;
}

/** True for one of the twelve แผนงาน, by any of its names. */
export function isKnownProgram(name: string): boolean {
  return PROGRAM_BY_KEY.has(groupKey('program', name));
}

/** The column a heading's name belongs to: by the word before it, or by being a known name. Null when nothing says so. */
export function columnOfHeading(text: string): GroupColumn | null {
  const written = squeeze(text);
  if (written.startsWith('แผนงาน') || PROGRAM_BY_KEY.has(written)) return 'program';
  if (GROUP_BY_KEY.has(written)) return 'budgetGroup';
  if (/^(หมวด|ค่า|เงินเดือน\()/.test(written)) return 'category';
  return TASK_BY_KEY.has(groupKey('task', text)) ? 'task' : null;
}

/** The known แผนงาน that an unknown name most likely means, to be suggested to a person; null when none is near. */
export function programSuggestion(name: string): string | null {
  const key = groupKey('program', name);
  let best: { name: string; distance: number } | null = null;
  for (const [known, official] of PROGRAM_BY_KEY) {
    const distance = editDistance(key, known, SUGGESTION_DISTANCE_MAX);
    if (distance <= SUGGESTION_DISTANCE_MAX && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) {
      best = { name: official, distance };
    }
  }
  return best?.name ?? null;
}

/** The แผนงาน in which a known งาน belongs, when it stands under another one; null when all is well or the task is unknown. */
export function programTheTaskBelongsTo(program: string, task: string): string | null {
  const owners = PROGRAMS_OF_TASK.get(groupKey('task', task));
  if (!owners || !isKnownProgram(program) || owners.includes(groupName('program', program))) return null;
  return owners[0] ?? null;
}
