import type { JSX } from 'preact';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { MessageItem } from './chat/message-item.tsx';
import { messageRows } from './chat/message-rows.ts';
import { ActionContext } from './flex/action-context.ts';
import { sampleMessages } from './samples/sample-messages.ts';
import { text } from './text.ts';

const SENT_AT_MS = Date.UTC(2026, 0, 15, 1, 30);

/** Sample messages as a chat shows them, to judge the renderer by eye. A tap shows the action it would perform. */
function Gallery(): JSX.Element {
  const [tapped, setTapped] = useState('');
  return (
    <ActionContext.Provider value={(action) => setTapped(JSON.stringify(action))}>
      <main class="gallery">
        <h1>{text.gallery}</h1>
        <p class="gallery-tapped" role="status">
          {tapped}
        </p>
        <div class="gallery-grid">
          {sampleMessages.map(({ title, message }, seq) => {
            const [row] = messageRows([
              {
                seq,
                chatId: 'gallery',
                messageId: String(seq),
                from: 'bot',
                sentAtMs: SENT_AT_MS,
                content: { kind: 'bot', message },
              },
            ]);
            return row === undefined ? null : (
              <figure key={title}>
                <figcaption>{title}</figcaption>
                <div class="gallery-chat">
                  <MessageItem
                    row={row}
                    personaId=""
                    accountName={text.account}
                    nameOf={() => text.member}
                    onUnsend={() => {}}
                  />
                </div>
              </figure>
            );
          })}
        </div>
      </main>
    </ActionContext.Provider>
  );
}

const root = document.getElementById('root');
if (root !== null) render(<Gallery />, root);
