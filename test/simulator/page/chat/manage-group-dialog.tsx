import type { JSX } from 'preact';
import type { SimGroup, SimUser } from '../../protocol.ts';
import { text } from '../text.ts';
import { Dialog } from './dialog.tsx';

interface ManageGroupDialogProps {
  readonly group: SimGroup;
  readonly users: readonly SimUser[];
  readonly accountName: string;
  readonly onBot: (isIn: boolean) => void;
  readonly onMember: (userId: string, isIn: boolean) => void;
  readonly onClose: () => void;
}

interface MembershipRowProps {
  readonly name: string;
  readonly note: string;
  readonly isIn: boolean;
  readonly onChange: (isIn: boolean) => void;
}

function MembershipRow({ name, note, isIn, onChange }: MembershipRowProps): JSX.Element {
  const words = text.group;
  return (
    <li>
      <span>
        {name} <span class="faint">{note}</span>
      </span>
      <button
        type="button"
        class="soft-button"
        aria-label={isIn ? words.removeWho(name) : words.inviteWho(name)}
        onClick={() => onChange(!isIn)}
      >
        {isIn ? words.remove : words.invite}
      </button>
    </li>
  );
}

/** Who is in the group: invites and removes people and the office's account. */
export function ManageGroupDialog(props: ManageGroupDialogProps): JSX.Element {
  const { group, users, accountName, onBot, onMember, onClose } = props;
  return (
    <Dialog title={text.group.manageTitle(group.name)} onClose={onClose}>
      <ul class="membership">
        <MembershipRow name={accountName} note={text.official} isIn={group.botIn} onChange={onBot} />
        {users.map((user) => (
          <MembershipRow
            key={user.id}
            name={user.name}
            note={user.label}
            isIn={group.memberIds.includes(user.id)}
            onChange={(isIn) => onMember(user.id, isIn)}
          />
        ))}
      </ul>
    </Dialog>
  );
}
