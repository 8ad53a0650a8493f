import { Conversation } from './conversation.js';
import { element } from './element.js';
import { Link } from './link.js';
import { Session } from './session.js';

const find = (selector) => document.querySelector(selector);

const session = new Session();
const link = new Link(session, {
  onOpen: () => {
    find('#banner').textContent = '';
    void overNetwork(async () => {
      await conversation.resume();
      await listThreads();
    });
  },
  onFrame: (frame) => conversation.take(frame),
  onLost: () => {
    find('#banner').textContent = 'Connection lost. Reconnecting…';
  },
  onEnded: () => showLogin('You have been logged out.'),
});
const conversation = new Conversation(find('#conversation'), {
  link,
  session,
  onThread: () => void overNetwork(listThreads),
});

function showLogin(problem = '') {
  link.close();
  session.forget();
  find('#chat').hidden = true;
  find('#login').hidden = false;
  find('#login .error').textContent = problem;
  const { demoPassword } = document.body.dataset;
  if (demoPassword !== '') {
    find('#email').value ||= 'user-1@example.test';
    find('#demo-hint code').textContent = demoPassword;
    find('#demo-hint').hidden = false;
  }
  find('#email').focus();
}

async function showChat() {
  find('#login').hidden = true;
  find('#chat').hidden = false;
  find('#who').textContent = session.user.email;
  find('#banner').textContent = '';
  await openThread(undefined);
  await link.open();
}

/** What cannot be loaded now is loaded after the next connect, and the banner says so. */
async function overNetwork(work) {
  try {
    await work();
  } catch {
    find('#banner').textContent = 'The server cannot be reached. Trying again…';
  }
}

async function openThread(threadId) {
  setThreadsOpen(false);
  await overNetwork(() => conversation.show(threadId));
  markThread();
  find('#message').focus();
}

async function listThreads() {
  const { threads } = await session.get('/threads');
  find('#threads ul').replaceChildren(
    ...threads.map(({ thread_id: id, title }) => {
      const button = element('button', { type: 'button', textContent: title, data: { id } });
      button.addEventListener('click', () => void openThread(id));
      return element('li', {}, button);
    }),
  );
  markThread();
}

function markThread() {
  for (const button of document.querySelectorAll('#threads li button')) {
    button.ariaCurrent = String(button.dataset.id === conversation.threadId);
  }
}

function setThreadsOpen(open) {
  find('#threads').classList.toggle('open', open);
  find('#toggle-threads').ariaExpanded = String(open);
}

function sendMessage() {
  const box = find('#message');
  const content = box.value.trim();
  if (content === '') return;
  box.value = '';
  conversation.send(content);
}

find('#login form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const problem = find('#login .error');
  problem.textContent = '';
  try {
    await session.login(find('#email').value, find('#password').value);
  } catch (error) {
    problem.textContent = error.message;
    return;
  }
  find('#password').value = '';
  await showChat();
});

find('#composer').addEventListener('submit', (event) => {
  event.preventDefault();
  sendMessage();
});

find('#message').addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  sendMessage();
});

find('#new-thread').addEventListener('click', () => openThread(undefined));

find('#toggle-threads').addEventListener('click', () => {
  setThreadsOpen(!find('#threads').classList.contains('open'));
});

find('#logout').addEventListener('click', async () => {
  link.close();
  try {
    await session.logout();
  } finally {
    showLogin();
  }
});

const known = await session.restore().catch(() => false);
if (known) await showChat();
else showLogin();
