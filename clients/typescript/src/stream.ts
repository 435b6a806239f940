// Server-sent events, by hand: no generator reads a stream. Source: the HTML standard, 9.2.

import { errorOf } from "./errors.js";
import { retryAfter } from "./transport.js";

/** One event of the live stream: its id (to resume from), its type, and its body as webhooks carry it. */
export interface StreamEvent {
  id: string;
  type: string;
  data: Record<string, unknown>;
}

export interface StreamOptions {
  /** The id of the last event that was seen. */
  after?: string;
  /** Types, separated by commas. */
  topics?: string;
  /** Ends the stream after so many seconds without anything, heartbeats included. */
  timeout?: number;
  /** Ends the stream. */
  signal?: AbortSignal;
}

/** What a stream is read by: `open` sends a GET with these headers and gives the answer. */
export interface StreamSource {
  open: (headers: Record<string, string>, signal: AbortSignal) => Promise<Response>;
  sleep: (seconds: number) => Promise<void>;
}

const SILENCE = 60;
const LONGEST_PAUSE = 15;

/** Events of a stream, resumed from the last one after each break, with a pause of at most 15 s. */
export async function* eventsOf(source: StreamSource, options: StreamOptions): AsyncGenerator<StreamEvent, void, undefined> {
  let last = options.after;
  let pause = 0.5;
  const ended = (): boolean => options.signal?.aborted === true;
  while (!ended()) {
    const headers: Record<string, string> = { Accept: "text/event-stream" };
    if (last !== undefined) headers["Last-Event-ID"] = last;
    const broken = new AbortController();
    const end = (): void => broken.abort();
    options.signal?.addEventListener("abort", end);
    let silent = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wake = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        silent = true;
        broken.abort();
      }, (options.timeout ?? SILENCE) * 1000);
    };
    try {
      wake();
      const response = await source.open(headers, broken.signal);
      if (response.status === 204) return;
      if (response.status !== 200 || response.body === null) {
        throw errorOf(response.status, await response.text(), retryAfter(response.headers.get("Retry-After")));
      }
      for await (const event of parseEvents(response.body, wake)) {
        last = event.id === "" ? last : event.id;
        pause = 0.5;
        yield event;
      }
    } catch (error) {
      if (ended()) return;
      if (!silent && !isBreak(error)) throw error;
    } finally {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", end);
      broken.abort();
    }
    if (silent && options.timeout !== undefined) return;
    if (silent) continue;
    await source.sleep(pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }
}

/** Whether the connection broke: `fetch` says so by a TypeError. */
function isBreak(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof DOMException && error.name === "TimeoutError");
}

/** The events in the bytes of a stream; comments (heartbeats) are passed over. `heard` is called for each chunk. */
export async function* parseEvents(
  body: ReadableStream<Uint8Array>,
  heard: () => void = () => undefined,
): AsyncGenerator<StreamEvent, void, undefined> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = "";
  let [id, type] = ["", ""];
  let data: Array<string> = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heard();
      rest += decoder.decode(value, { stream: true });
      // A CR at the end may be half of a CR LF.
      const whole = rest.endsWith("\r") ? rest.slice(0, -1) : rest;
      const lines = whole.split(/\r\n|\n|\r/);
      rest = (lines.pop() ?? "") + rest.slice(whole.length);
      for (const line of lines) {
        if (line === "") {
          if (data.length > 0) yield { id, type, data: JSON.parse(data.join("\n")) as Record<string, unknown> };
          [type, data] = ["", []];
          continue;
        }
        const colon = line.indexOf(":");
        if (colon === 0) continue;
        const name = colon < 0 ? line : line.slice(0, colon);
        const text = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
        if (name === "id") id = text;
        else if (name === "event") type = text;
        else if (name === "data") data.push(text);
      }
    }
  } finally {
    await reader.cancel().catch((error: unknown) => {
      // A stream that broke has nothing to cancel.
      if (!isBreak(error) && !(error instanceof DOMException)) throw error;
    });
  }
}
