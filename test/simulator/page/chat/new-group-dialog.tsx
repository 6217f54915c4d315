import type { JSX } from 'preact';
import type { SimUser } from '../../protocol.ts';
import { text } from '../text.ts';
import { Dialog } from './dialog.tsx';

interface NewGroupDialogProps {
  readonly users: readonly SimUser[];
  readonly creatorId: string;
  readonly onCreate: (name: string, memberIds: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Asks for name and members of a new group; whoever creates it is in it. */
export function NewGroupDialog({ users, creatorId, onCreate, onClose }: NewGroupDialogProps): JSX.Element {
  return (
    <Dialog
      title={text.group.createTitle}
      confirm={text.group.createButton}
      onClose={onClose}
      onConfirm={(fields) => {
        const chosen = fields.getAll('member').map(String);
        onCreate(String(fields.get('name')), [creatorId, ...chosen.filter((id) => id !== creatorId)]);
      }}
    >
      <label>
        {text.group.name}
        <input name="name" required defaultValue={text.group.sampleName} />
      </label>
      <fieldset>
        <legend>{text.group.who}</legend>
        {users
          .filter((user) => user.id !== creatorId)
          .map((user) => (
            <label key={user.id} class="check">
              <input type="checkbox" name="member" value={user.id} />
              {user.name} <span class="faint">{user.label}</span>
            </label>
          ))}
      </fieldset>
    </Dialog>
  );
}
