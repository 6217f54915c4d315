import { describe, expect, it } from 'vitest';
import { readSettings, readStoreSettings } from '../../../bot/settings.ts';

const NEEDED = { LINE_CHANNEL_SECRET: 'secret', LINE_CHANNEL_ACCESS_TOKEN: 'token' };

function problemsOf(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const read = readSettings(environment);
  return 'problems' in read ? read.problems : [];
}

describe('the settings', () => {
  it('need only the two secrets of the channel; everything else has a default', () => {
    const read = readSettings(NEEDED);
    expect(read).toEqual({
      settings: {
        ...NEEDED,
        PORT: 3000,
        DATA_DIR: './data',
        STORE: 'embedded',
        LINE_API_URL: 'https://api.line.me',
        LINE_DATA_API_URL: 'https://api-data.line.me',
      },
    });
  });

  it.each(Object.keys(NEEDED))('name %s when it is missing or empty, and where to find it', (name) => {
    for (const value of [undefined, '']) {
      const problems = problemsOf({ ...NEEDED, [name]: value });
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(new RegExp(`^${name}: missing \\(LINE Developers Console › .+\\)$`));
    }
  });

  it('name everything that is missing at once', () => {
    expect(problemsOf({})).toHaveLength(2);
  });

  it('take the default for what is set to nothing, as hosts like to do', () => {
    const read = readSettings({ ...NEEDED, PORT: '', PUBLIC_URL: '', LIFF_ID: '' });
    expect(read).toMatchObject({ settings: { PORT: 3000 } });
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['STORE', 'paper'],
    ['LINE_API_URL', 'api.line.me'],
    ['LINE_API_URL', 'file:///etc/passwd'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
  ])('refuse %s=%s by name, not as missing', (name, value) => {
    const problems = problemsOf({ ...NEEDED, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name}: `));
    expect(problems[0]).not.toContain('missing');
  });

  it('never repeat a secret in what they say', () => {
    const secrets = { LINE_CHANNEL_SECRET: 'hush-hush', LINE_CHANNEL_ACCESS_TOKEN: 'whisper' };
    const said = problemsOf({ ...secrets, PORT: 'x', STORE: 'y', LINE_API_URL: 'whisper' }).join('\n');
    expect(said).not.toMatch(/hush-hush|whisper/);
  });

  it('of the store alone ask for nothing of LINE, and refuse what they know as the whole does', () => {
    expect(readStoreSettings({ ...NEEDED, DATA_DIR: '' })).toEqual({
      settings: { DATA_DIR: './data', STORE: 'embedded' },
    });
    for (const wrong of [{ STORE: 'paper' }, { STORE: 'firestore' }]) {
      const read = readStoreSettings(wrong);
      expect('problems' in read && read.problems).toEqual(problemsOf({ ...NEEDED, ...wrong }));
    }
  });
});
