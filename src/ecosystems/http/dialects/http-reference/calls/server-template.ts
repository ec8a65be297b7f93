import { rangeAt, type SourceRange } from '../../../../../diagnostics/position.js';
import type { Fact } from '../../../../../model/provenance.js';
import { fact } from '../../../../../model/fragments.js';
import type { Page } from '../../../../dialect.js';
import { answerEnvelope, type AnswerEnvelope } from './answer-envelope.js';
import { normalizeLabels } from '../path-labels.js';

/** What a guide says once of where and how its methods are called. */
export interface ServerTemplate {
  /** What stands before the name of the method, labels in braces. */
  readonly url: string;
  readonly labels: readonly string[];
  /** What the caller is known by is part of the URL. */
  readonly holdsToken: boolean;
  /** Inferred where the guide says nothing of it. */
  readonly method: Fact<string>;
  /** The media types in which parameters may be sent; none where the guide does not say. */
  readonly media?: Fact<readonly string[]>;
  /** What stands around every answer. */
  readonly envelope?: AnswerEnvelope;
  readonly source: SourceRange;
}

/** `https://host/bot<token>/METHOD_NAME`: the last part stands for the name of any method. */
const TEMPLATE =
  /https?:\/\/[\w.-]+(?::\d+)?((?:\/[^\s/`"')\]|?#]{1,60}){0,6})\/(?:METHOD(?:[_-]?(?:NAME|FAMILY))?(?:\.method)?|[<{[(:%](?:the )?(?:api[ _-]?)?method(?:[ _-]?name)?[>}\])%]?|method[_-]?name)(?![\w.-])/gi;

/** The first template of a guide; bare words count in capitals only. */
export function serverTemplate(pages: readonly Page[]): ServerTemplate | undefined {
  for (const page of pages) {
    for (const { 0: whole, index } of page.text.matchAll(TEMPLATE)) {
      const last = whole.slice(whole.lastIndexOf('/') + 1);
      if (/^method$/.test(last)) continue;
      return templateOf(
        whole.slice(0, whole.length - last.length - 1),
        rangeAt(page.path, page.text, index, whole.length),
        pages,
      );
    }
  }
  return undefined;
}

function templateOf(address: string, source: SourceRange, pages: readonly Page[]): ServerTemplate {
  const [, server = '', path = ''] = /^(https?:\/\/[^/]+)(.*)$/i.exec(address) ?? [];
  const { path: labelled, labels } = normalizeLabels(path);
  const media = mediaIn(pages);
  const envelope = answerEnvelope(pages);
  return {
    url: server + labelled,
    labels,
    holdsToken: labels.some((label) => /token|key|secret|auth/i.test(label)),
    method: methodIn(pages) ?? fact('POST', source, 'inferred'),
    ...(media && { media }),
    ...(envelope && { envelope }),
    source,
  };
}

const METHODS =
  /\b(?:support|use|using|accept|send|sent|via|call|made|with)\w*\b[^.\n]{0,60}?\b(GET|POST)\b(?:[^.\n]{0,20}?\b(GET|POST)\b)?[^.\n]{0,40}/g;

/** `We support GET and POST`: the one whose requests have bodies, where there is a choice. */
function methodIn(pages: readonly Page[]): Fact<string> | undefined {
  for (const page of pages) {
    for (const { 0: sentence, 1: first = '', 2: second, index } of page.text.matchAll(METHODS)) {
      if (!/\b(?:methods?|requests?|HTTP)\b/i.test(sentence)) continue;
      return fact(
        second === undefined ? first : 'POST',
        rangeAt(page.path, page.text, index, sentence.length),
      );
    }
  }
  return undefined;
}

const MEDIA = /\b(application\/json|application\/x-www-form-urlencoded|multipart\/form-data)\b/g;

/** The ways in which parameters are passed, JSON first: what no other list of the guide says is not guessed. */
function mediaIn(pages: readonly Page[]): Fact<readonly string[]> | undefined {
  for (const page of pages) {
    const found = [...page.text.matchAll(MEDIA)];
    const [first] = found;
    if (!first) continue;
    const types = [...new Set(found.map(([type]) => type))];
    const sorted = ['application/json', ...types].filter(
      (type, at, all) => types.includes(type) && all.indexOf(type) === at,
    );
    return fact(sorted, rangeAt(page.path, page.text, first.index, first[0].length));
  }
  return undefined;
}
