import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INVITE_DIGITS, inviteId, parseInviteCode, showInviteCode } from '../../../bot/people/codes.ts';
import { holds } from '../../../bot/people/read-people.ts';
import { isRole, ROLES, roleNames } from '../../../shared/people/roles.ts';

const code = fc.stringMatching(/^\d{10}$/);
/** Thai digits, and those of a Japanese keyboard: phones have both. */
const OTHER_DIGITS = ['0123456789', '๐๑๒๓๔๕๖๗๘๙', '０１２３４５６７８９'];

describe('an invitation code', () => {
  it('is read however people type it: spaces, dashes, Thai digits', () => {
    fc.assert(
      fc.property(
        code,
        fc.array(fc.constantFrom(' ', '-', ''), { minLength: 10, maxLength: 10 }),
        fc.constantFrom(...OTHER_DIGITS),
        (digits, gaps, shapes) => {
          const typed = [...digits].map((digit, n) => `${gaps[n] ?? ''}${shapes.charAt(Number(digit))}`);
          expect(parseInviteCode(typed.join(''))).toBe(digits);
          expect(parseInviteCode(showInviteCode(digits))).toBe(digits);
        },
      ),
    );
  });

  it.each(['', '123456789', '12345678901', '12345 6789x', '1234567890 ครับ', '+1234567890'])(
    'is not read from %j',
    (typed) => {
      expect(parseInviteCode(typed)).toBeUndefined();
    },
  );

  it('cannot be read from the name under which it is stored', () => {
    fc.assert(
      fc.property(code, code, (one, other) => {
        expect(inviteId(one)).toMatch(/^[0-9a-f]{64}$/);
        expect(inviteId(one)).not.toContain(one);
        expect(inviteId(one) === inviteId(other)).toBe(one === other);
      }),
    );
    expect(INVITE_DIGITS).toBe(10);
  });
});

describe('roles', () => {
  it('are a closed list, each with a name', () => {
    for (const role of ROLES) expect(roleNames[role]).not.toBe('');
    for (const text of ['', 'Admin', 'root', 'toString', '__proto__']) expect(isRole(text)).toBe(false);
  });

  it('do not follow from one another: an admin is no officer, and nobody is nothing', () => {
    const admin = { name: '', unit: '', roles: ['admin'], status: 'active', joinedAtMs: 0 } as const;
    expect(ROLES.filter((role) => holds(admin, role))).toEqual(['admin']);
    expect(ROLES.filter((role) => holds(undefined, role))).toEqual([]);
  });
});
