import type { Role } from '../../shared/people/roles.ts';
import type { Schedule } from '../../shared/people/schedule.ts';
import type { Topic } from '../../shared/people/topics.ts';
import { collection } from '../store/store.ts';

/** A person who works for the office. The id is the LINE user id. */
export interface Member {
  readonly name: string;
  /** กอง or งาน. */
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly status: 'active' | 'removed';
  readonly joinedAtMs: number;
}

/** A code that makes whoever sends it a member. The id is the SHA-256 of the code. */
export interface Invite {
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly invitedBy: string;
  readonly expiresAtMs: number;
}

/** A LINE group the office's account is or was in. The id is the group id. */
export interface Group {
  readonly name: string;
  readonly status: 'joined' | 'linked' | 'left';
  readonly topics: readonly Topic[];
  readonly budgetSchedule?: Schedule;
  /** How long a post waits for a free ride before it is pushed. */
  readonly pushAfterMs: number;
  /** When the next regular post is due; absent when there is none. */
  readonly nextSlotAtMs?: number;
  /** Grows with every change; buttons carry it. */
  readonly rev: number;
}

/** The office itself. One document. */
export interface Office {
  readonly name: string;
  readonly units: readonly string[];
  /** Messages of the month kept for what is critical. */
  readonly quotaReserve: number;
}

export const members = collection<Member>('members', { indexes: [['status']] });
export const invites = collection<Invite>('invites', { expiresAtField: 'expiresAtMs' });
export const groups = collection<Group>('groups', { indexes: [['status'], ['nextSlotAtMs']] });
export const offices = collection<Office>('offices');

/** The one office document. */
export const OFFICE_ID = 'office';
/** People of one page; few offices of this kind have more. */
export const MAX_MEMBERS = 500;
/** Groups one account serves. */
export const MAX_GROUPS = 100;

/** An office before anybody set anything. Units are those every อบต. and เทศบาล has. */
export const NEW_OFFICE: Office = {
  name: '',
  units: ['สำนักปลัด', 'กองคลัง', 'กองช่าง', 'กองการศึกษา', 'กองสาธารณสุข', 'กองสวัสดิการสังคม', 'หน่วยตรวจสอบภายใน'],
  quotaReserve: 50,
};
