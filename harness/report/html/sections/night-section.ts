import type { Night } from '../../../contract/night.ts';
import { tellNight } from '../../nights/tell-night.ts';
import { html } from '../markup.ts';
import type { Section } from '../section.ts';

/** What a nightly run spent, and how it stands among the nights before. */
export function nightSection(night: Night, durationMs: number): Section {
  return {
    id: 'night',
    title: 'Night',
    body: html`<ul class="entries">
      ${tellNight(night, durationMs).map(
        ({ about, text }) =>
          html`<li class="entry">
            <div>
              <strong>${about}</strong>
              <p>${text}</p>
            </div>
          </li>`,
      )}
    </ul>`,
  };
}
