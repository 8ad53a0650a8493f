import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteDatabase } from '../store/sqlite-database.ts';
import { createStore, type Store } from '../store/store.ts';
import { createAccessTokens } from './access-token.ts';
import { Authority } from './authority.ts';
import { hashPassword } from './password.ts';

const key = Buffer.from('a key of thirty-two bytes, as HS256');
const cheap = 4;

let store: Store;
let now: number;
let revoked: string[];
let authority: Authority;

beforeEach(async () => {
  store = await createStore(openSqliteDatabase(''));
  now = Date.now();
  revoked = [];
  const passwordHash = await hashPassword('right', cheap);
  await store.accounts.save({ userId: 'usr_anna', email: 'anna@example.test', passwordHash });
  authority = new Authority({
    accounts: store.accounts,
    sessions: store.sessions,
    tokens: createAccessTokens(key, 60),
    onRevoked: async (sessionId) => void revoked.push(sessionId),
    now: () => now,
  });
});

afterEach(() => store.close());

async function logIn() {
  const grant = await authority.login('anna@example.test', 'right');
  if (grant === undefined) throw new Error('anna could not log in');
  return grant;
}

describe('login', () => {
  it('gives a short token, a refresh token and the user', async () => {
    const grant = await logIn();
    expect(grant).toMatchObject({
      token_type: 'Bearer',
      expires_in: 60,
      user: { id: 'usr_anna', email: 'anna@example.test' },
    });
    await expect(authority.identify(grant.access_token)).resolves.toMatchObject({
      userId: 'usr_anna',
    });
  });

  it.each([
    ['anna@example.test', 'wrong'],
    ['nobody@example.test', 'right'],
  ])('of %s with "%s" is refused', async (email, password) => {
    await expect(authority.login(email, password)).resolves.toBeUndefined();
  });
});

describe('refresh', () => {
  it('gives new tokens for old, again and again', async () => {
    const first = await logIn();
    const second = await authority.refresh(first.refresh_token);
    const third = await authority.refresh(second?.refresh_token ?? '');
    expect(new Set([first, second, third].map((grant) => grant?.refresh_token)).size).toBe(3);
    await expect(authority.identify(third?.access_token ?? '')).resolves.toBeDefined();
  });

  it('with a token that was used before ends the session of thief and victim', async () => {
    const stolen = await logIn();
    const victim = await authority.refresh(stolen.refresh_token);
    await expect(authority.refresh(stolen.refresh_token)).resolves.toBeUndefined();
    await expect(authority.refresh(victim?.refresh_token ?? '')).resolves.toBeUndefined();
    await expect(authority.identify(victim?.access_token ?? '')).resolves.toBeUndefined();
    expect(revoked).toHaveLength(1);
  });

  it.each(['', 'a', 'a.b', 'a.b.c'])('with "%s" is refused', async (text) => {
    await expect(authority.refresh(text)).resolves.toBeUndefined();
  });

  it('ends with the session, twelve hours after the login', async () => {
    const grant = await logIn();
    now += 12 * 60 * 60 * 1000;
    await expect(authority.refresh(grant.refresh_token)).resolves.toBeUndefined();
    await expect(authority.identify(grant.access_token)).resolves.toBeUndefined();
  });
});

describe('an access token', () => {
  it('ends with the logout', async () => {
    const grant = await logIn();
    const identity = await authority.identify(grant.access_token);
    await authority.revoke(identity?.sessionId ?? '');
    await expect(authority.identify(grant.access_token)).resolves.toBeUndefined();
  });

  const claims = { sid: 's' };
  const base = (changed: object = {}) =>
    new SignJWT({ ...claims, ...changed })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('usr_anna')
      .setIssuer('golden-path')
      .setAudience('golden-path');

  it.each([
    ['of another key', () => base().setExpirationTime('1h').sign(Buffer.alloc(32, 1))],
    ['that ran out', () => base().setExpirationTime('-1s').sign(key)],
    ['for somebody else', () => base().setAudience('other').setExpirationTime('1h').sign(key)],
    ['without a session', () => base({ sid: 7 }).setExpirationTime('1h').sign(key)],
    ['of a session that never was', () => base().setExpirationTime('1h').sign(key)],
    ['that is garbage', async () => 'garbage'],
  ])('%s is nobody', async (_, sign) => {
    await expect(authority.identify(await sign())).resolves.toBeUndefined();
  });
});
