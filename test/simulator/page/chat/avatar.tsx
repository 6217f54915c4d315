import type { JSX } from 'preact';
import { Icon } from '../icon.tsx';
import { initials } from './initials.ts';

/** Dark enough for white letters at AA contrast. */
const GROUNDS = ['#3b5b8c', '#8c3b5b', '#2f6b4f', '#7a4d1d', '#5b3b8c', '#1f6673', '#7d3434', '#4a5a23'];

interface AvatarProps {
  readonly name: string;
  readonly kind: 'person' | 'account' | 'group';
}

function ground(name: string): string {
  let sum = 0;
  for (const sign of name) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973;
  return GROUNDS[sum % GROUNDS.length] ?? '#3b5b8c';
}

/** A round picture without a picture: initials for people, a sign for the account and for groups. */
export function Avatar({ name, kind }: AvatarProps): JSX.Element {
  if (kind === 'person') {
    return (
      <span class="avatar" aria-hidden="true" style={{ backgroundColor: ground(name) }}>
        {initials(name)}
      </span>
    );
  }
  return (
    <span class={`avatar avatar-${kind}`} aria-hidden="true">
      <Icon name={kind === 'account' ? 'shield' : 'group'} />
    </span>
  );
}
