import { readFileSync } from 'node:fs';
import { sourceFiles } from './source-files.ts';

/** Names of foreign protocols and of the products that speak them. */
const names =
  /ag-?ui\b|\bai[- ]sdk|openai|langgraph|langchain|\ba2a\b|\bmcp\b|socket\.?-?io\b|copilotkit|vercel/i;

/**
 * Where such a name is at home: profiles; the reference, which is measured and measures nothing; and the one transport
 * that is a protocol itself, with the word by which a profile chooses it.
 */
const atHome =
  /^harness\/(targets\/profiles\/|reference\/|targets\/transports\/socket-io-[\w-]+\.ts$|contract\/profile-config\.ts$)|\.test\.ts$/;

/** A protocol that nobody thought of must need a profile and nothing else: no other room of the harness knows one. */
export function checkProtocolNames(
  files: readonly string[] = sourceFiles(),
  read: (file: string) => string = (file) => readFileSync(file, 'utf8'),
): string[] {
  return files
    .filter((file) => file.startsWith('harness/') && !atHome.test(file))
    .flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, index) => {
          const [found] = names.exec(line) ?? [];
          const where = `${file}:${index + 1}`;
          return found === undefined
            ? []
            : [
                `${where}: "${found}" is a foreign protocol; only harness/targets/profiles knows one`,
              ];
        }),
    );
}
