import type { Line } from '../../bot/line/line.ts';
import type { Store } from '../../bot/store/store.ts';

/** The process died here. */
export class Crash extends Error {
  constructor() {
    super('crash');
    this.name = 'Crash';
  }
}

/**
 * Decides at which I/O call a life of the program ends. Calls are counted over all lives; after the end nothing of that
 * life reaches store or LINE any more.
 */
export class Fate {
  #calls = 0;
  #dead = false;
  #spared = false;
  readonly #endsAt: (call: number) => boolean;

  constructor(endsAt: (call: number) => boolean) {
    this.#endsAt = endsAt;
  }

  get calls(): number {
    return this.#calls;
  }

  get isDead(): boolean {
    return this.#dead;
  }

  /** A new life of the program. */
  rise(): void {
    this.#dead = false;
  }

  /** No life ends any more. */
  spare(): void {
    this.#spared = true;
  }

  /** One I/O call: ends the life before it, after it took effect, or lets it be. */
  async pass<T>(call: () => Promise<T>): Promise<T> {
    this.#step();
    const result = await call();
    this.#step();
    return result;
  }

  #step(): void {
    if (!this.#dead && !this.#spared && this.#endsAt(++this.#calls)) this.#dead = true;
    if (this.#dead) throw new Crash();
  }
}

/** The store of one life: every call may be its last, before or after it took effect. */
export function mortalStore(store: Store, fate: Fate): Store {
  return {
    transact: (work) => fate.pass(() => store.transact(work)),
    get: (ref) => fate.pass(() => store.get(ref)),
    query: (query) => fate.pass(() => store.query(query)),
    count: (query) => fate.pass(() => store.count(query)),
    close: () => store.close(),
  };
}

/** LINE as one life of the program reaches it. */
export function mortalLine(line: Line, fate: Fate): Line {
  return {
    reply: (token, messages) => fate.pass(() => line.reply(token, messages)),
    push: (to, messages, key) => fate.pass(() => line.push(to, messages, key)),
    content: (id, max) => fate.pass(() => line.content(id, max)),
    quota: () => fate.pass(() => line.quota()),
    memberCount: (id) => fate.pass(() => line.memberCount(id)),
    groupName: (id) => fate.pass(() => line.groupName(id)),
    accountId: () => fate.pass(() => line.accountId()),
    displayName: (id) => fate.pass(() => line.displayName(id)),
    showLoading: (id, seconds) => fate.pass(() => line.showLoading(id, seconds)),
    menuBehind: (alias) => fate.pass(() => line.menuBehind(alias)),
    linkMenu: (id, menuId) => fate.pass(() => line.linkMenu(id, menuId)),
    unlinkMenu: (id) => fate.pass(() => line.unlinkMenu(id)),
  };
}
