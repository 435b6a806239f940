// The client itself.

import type { CallOptions, Caller, Operation } from "./calls.js";
import { errorOf } from "./errors.js";
import type { TokenPair } from "./generated/types.gen.js";
import { Resources } from "./resources.js";
import { eventsOf, type StreamEvent, type StreamOptions } from "./stream.js";
import { retryAfter, type Sending, sendRetried, sendSigned, type Tokens, type Transport } from "./transport.js";

export interface GuildhallOptions {
  /** The business's slug or id; none for the operator. */
  tenant?: string;
  /** An access token that was got elsewhere. */
  token?: string;
  /** The language of texts and refusals. */
  language?: string;
  /** The live stream's server, where it is another. */
  streamUrl?: string;
  /** Seconds until a request without an answer is given up; 30 where nothing is said. */
  timeout?: number;
  /** How often a request that may be repeated is sent at most; 4 where nothing is said. */
  attempts?: number;
  /** In the place of the global `fetch`. */
  fetch?: typeof fetch;
  /** Waits so many seconds. */
  sleep?: (seconds: number) => Promise<void>;
}

/** A client of one business, or of the operator without `tenant`. `baseUrl` is the server's, without `/api/v1`. */
export class Guildhall extends Resources implements Caller {
  readonly baseUrl: string;
  readonly streamUrl: string;
  readonly #prefix: string;
  readonly #headers: Record<string, string> = {};
  readonly #transport: Transport;
  readonly #tokens: Tokens = {};

  constructor(baseUrl: string, options: GuildhallOptions = {}) {
    // The resources keep who sends for them, and send only later.
    const caller: { send?: Caller["send"] } = {};
    super({ send: (operation, call) => caller.send!(operation, call) });
    caller.send = (operation, call) => this.send(operation, call);
    this.baseUrl = baseUrl.replace(/\/+$/, "");
    this.streamUrl = (options.streamUrl ?? this.baseUrl).replace(/\/+$/, "");
    this.#prefix = options.tenant === undefined ? "/api/v1/platform" : "/api/v1";
    if (options.tenant !== undefined) this.#headers["X-Tenant"] = options.tenant;
    if (options.language !== undefined) this.#headers["Accept-Language"] = options.language;
    if (options.token !== undefined) this.#tokens.access = options.token;
    this.#transport = {
      fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
      attempts: Math.max(1, options.attempts ?? 4),
      timeout: options.timeout ?? 30,
      sleep: options.sleep ?? ((seconds) => new Promise((done) => setTimeout(done, seconds * 1000))),
      draw: Math.random,
    };
  }

  /** Opens a session by e-mail address, or by telephone number with its country code. */
  async signIn(login: string, password: string): Promise<void> {
    await this.#open({ [login.includes("@") ? "email" : "phone"]: login, password });
  }

  /** Opens a session of a service account. */
  async signInService(clientId: string, secret: string): Promise<void> {
    await this.#open({ grant: { kind: "service", client_id: clientId, secret } });
  }

  /** Uses tokens that were got elsewhere. */
  useTokens(access: string, refresh?: string): void {
    this.#tokens.access = access;
    if (refresh === undefined) delete this.#tokens.refresh;
    else this.#tokens.refresh = refresh;
  }

  /** The tokens in use, to be kept where the program ends before the session. */
  get tokens(): Readonly<{ access?: string; refresh?: string }> {
    const { access, refresh } = this.#tokens;
    return { ...(access === undefined ? {} : { access }), ...(refresh === undefined ? {} : { refresh }) };
  }

  /** Ends the session. Does nothing where none is open. */
  async signOut(): Promise<void> {
    const { refresh } = this.#tokens;
    if (refresh !== undefined) await this.#post("auth/tokens/revoke", { refresh_token: refresh });
    this.#forget();
  }

  /** The business's events as they happen, from `after` on; comes back after a break. */
  stream(options: StreamOptions = {}): AsyncGenerator<StreamEvent, void, undefined> {
    const url = new URL(`${this.streamUrl}/api/v1/stream`);
    if (options.topics !== undefined) url.searchParams.set("topics", options.topics);
    // The stream has its own limit of silence; an answer's time-out would end it.
    const transport: Transport = { ...this.#transport, timeout: Number.POSITIVE_INFINITY };
    return eventsOf(
      {
        open: (headers, signal) =>
          this.#signed(transport, { method: "GET", url: url.href, headers: { ...this.#headers, ...headers }, signal }),
        sleep: this.#transport.sleep,
      },
      options,
    );
  }

  /** One operation. Rejects with a GuildhallError for a refusal, and as `fetch` does where there is no answer. */
  async send<Answer>(operation: Operation, call: CallOptions & { body?: unknown; query?: unknown }): Promise<Answer> {
    const headers: Record<string, string> = { Accept: "application/json", ...this.#headers };
    if (operation.keyed) headers["Idempotency-Key"] = call.idempotencyKey ?? crypto.randomUUID();
    if (call.ifMatch !== undefined) headers["If-Match"] = call.ifMatch;
    const sending: Sending = { method: operation.method, url: this.baseUrl + operation.path + queryText(call.query), headers };
    if (call.signal !== undefined) sending.signal = call.signal;
    if (operation.sends === "json" && call.body !== undefined) {
      headers["Content-Type"] = "application/json";
      sending.body = JSON.stringify(call.body);
    } else if (operation.sends === "form") {
      sending.body = formOf(call.body);
    } else if (operation.sends === "bytes" && call.body instanceof Blob) {
      headers["Content-Type"] = "application/octet-stream";
      sending.body = call.body;
    }
    const response = await this.#signed(this.#transport, sending);
    if (!response.ok) throw await refusal(response);
    if (operation.answer === "json") return (await response.json()) as Answer;
    if (operation.answer === "bytes") return (await response.blob()) as Answer;
    await response.body?.cancel();
    return undefined as Answer;
  }

  #signed(transport: Transport, sending: Sending): Promise<Response> {
    return sendSigned(transport, sending, this.#tokens, (refresh) => this.#renew(refresh));
  }

  async #open(body: Record<string, unknown>): Promise<void> {
    this.#forget();
    const response = await this.#post("auth/tokens", body);
    const { access_token, refresh_token } = (await response.json()) as TokenPair;
    this.useTokens(access_token, refresh_token);
  }

  async #renew(refresh: string): Promise<void> {
    const response = await this.#sendAuth("auth/tokens/refresh", { refresh_token: refresh });
    if (response.ok) {
      const { access_token, refresh_token } = (await response.json()) as TokenPair;
      this.useTokens(access_token, refresh_token);
      return;
    }
    // Used up or ended: a second try would only say so again.
    if (response.status === 401) delete this.#tokens.refresh;
    await response.body?.cancel();
  }

  async #post(path: string, body: Record<string, unknown>): Promise<Response> {
    const response = await this.#sendAuth(path, body);
    if (!response.ok) throw await refusal(response);
    return response;
  }

  /** Without an Idempotency-Key: a sign-in is not repeated, and a refresh token works once. */
  #sendAuth(path: string, body: Record<string, unknown>): Promise<Response> {
    return sendRetried(this.#transport, {
      method: "POST",
      url: `${this.baseUrl}${this.#prefix}/${path}`,
      headers: { Accept: "application/json", "Content-Type": "application/json", ...this.#headers },
      body: JSON.stringify(body),
    });
  }

  #forget(): void {
    delete this.#tokens.access;
    delete this.#tokens.refresh;
  }
}

async function refusal(response: Response): Promise<Error> {
  return errorOf(response.status, await response.text(), retryAfter(response.headers.get("Retry-After")));
}

/** A query as the contract writes it: lists are separated by commas, what is undefined is left out. */
function queryText(query: unknown): string {
  const found = new URLSearchParams();
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    if (value === undefined || value === null) continue;
    found.append(name, Array.isArray(value) ? value.map(String).join(",") : String(value));
  }
  const text = found.toString();
  return text === "" ? "" : `?${text}`;
}

function formOf(body: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    if (value instanceof Blob) form.append(name, value);
    else if (value !== undefined) form.append(name, String(value));
  }
  return form;
}
