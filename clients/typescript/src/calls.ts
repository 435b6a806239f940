// What the generated resources stand on.

/**
 * What a caller may give beside the path's ids: the body and the query that the contract names, and these.
 *
 * Without `fields`: what is typed is whole.
 */
export type Call<Data> = {
  [Name in keyof Data as Name extends "body" | "query" ? Name : never]: Name extends "query" ? Whole<Data[Name]> : Data[Name];
} & CallOptions;

type Whole<Query> = [Query] extends [undefined] ? Query : Omit<NonNullable<Query>, "fields">;

export interface CallOptions {
  /** The key under which a POST acts once; a fresh one where none is given. */
  idempotencyKey?: string;
  /** The version that the caller has read (an ETag, `"3"`): another one is refused with 412. */
  ifMatch?: string;
  /** Ends the call, and its retries. */
  signal?: AbortSignal;
}

/** How an operation is sent and answered. */
export interface Operation {
  method: string;
  path: string;
  sends: "none" | "json" | "form" | "bytes";
  answer: "none" | "json" | "bytes";
  /** Whether it takes an `Idempotency-Key`. */
  keyed: boolean;
}

/** Who sends a resource's calls. */
export interface Caller {
  /** The parsed body of a success. Rejects with a GuildhallError for a refusal. */
  send<Answer>(operation: Operation, call: CallOptions & { body?: unknown; query?: unknown }): Promise<Answer>;
}

/** The base of every resource. */
export class Resource {
  constructor(protected readonly caller: Caller) {}

  /** All rows of a list, page after page. */
  protected async *pages<Row>(
    page: (cursor: string | undefined) => Promise<{ data: Array<Row>; next_cursor: string | null }>,
  ): AsyncGenerator<Row, void, undefined> {
    let cursor: string | undefined;
    do {
      const { data, next_cursor } = await page(cursor);
      yield* data;
      cursor = next_cursor ?? undefined;
    } while (cursor !== undefined);
  }
}
