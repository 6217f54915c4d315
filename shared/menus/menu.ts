import type { Role } from '../people/roles.ts';
import type { IconName } from './icons.ts';

/** Whose menu it is: everybody's, or that of the holders of a role. */
export type MenuOwner = 'citizen' | Role;

/** Which side of a person a menu shows: the work of the role, or what everybody may do. */
export interface MenuKey {
  readonly owner: MenuOwner;
  /** Members look at the citizen's side too; from there a tap leads back to the work. */
  readonly side: 'own' | 'citizen';
}

/** What a tap does. */
export type MenuAction =
  /** Types the words for the person: a chat feature answers them. */
  | { readonly kind: 'say'; readonly says: string }
  /** Opens a page of the mini-app; where there is none it types the words. */
  | { readonly kind: 'page'; readonly path: string; readonly says: string }
  /** Shows the other side. */
  | { readonly kind: 'other-side' };

/** One tappable part of a menu. */
export interface MenuArea {
  /** Drawn in the picture; also read out by screen readers. */
  readonly label: string;
  readonly icon: IconName;
  readonly action: MenuAction;
}

/** A menu: rows of areas, each row as wide as the picture, all of one height. */
export type MenuRows = readonly (readonly MenuArea[])[];
