import type { ScalarKind, StringFormat } from '../../../../model/types.js';

/** What one word for a type means, before references are known. */
export interface ScalarMeaning {
  readonly scalar: Exclude<ScalarKind, 'timestamp'>;
  readonly format?: StringFormat;
}

const words = (list: string, meaning: ScalarMeaning): readonly (readonly [string, ScalarMeaning])[] =>
  list.split(',').map((word) => [word.trim(), meaning] as const);

/** The usual words, in lower case, without spaces and hyphens. */
const SCALARS: ReadonlyMap<string, ScalarMeaning> = new Map([
  ...words(
    'string,str,text,varchar,char,character,snowflake,objectid,guid string,slug,token,hex,hexstring,md5,color',
    { scalar: 'string' },
  ),
  ...words(
    'etag,duration,durationstring,locale,languagecode,currency,ipaddress,ip,regex,cron,numericstring,stringenum,cidr',
    { scalar: 'string' },
  ),
  ...words('timestamp,time,timeofday', { scalar: 'string' }),
  ...words('uuid,guid', { scalar: 'string', format: 'uuid' }),
  ...words('date,isodate,datestring,iso8601date', { scalar: 'string', format: 'date' }),
  ...words(
    'datetime,datetimeoffset,isodatetime,iso8601,iso8601timestamp,iso8601datetime,isotimestamp,timestamptz,iso8601string,rfc3339,is08601timestamp,isostring,iso8601datestring,dateandtime',
    { scalar: 'string', format: 'date-time' },
  ),
  ...words('email,emailaddress,emailstring', { scalar: 'string', format: 'email' }),
  ...words('url,uri,urlstring,uristring,link,href', { scalar: 'string', format: 'uri' }),
  ...words('base64,base64string,bytes,byte', { scalar: 'string', format: 'byte' }),
  ...words(
    'integer,int,int8,int16,uint,uint8,uint16,uint32,int32,short,unixtimestamp,unixtime,epoch,bitfield,wholenumber,unsignedinteger,positiveinteger,int4,smallint',
    { scalar: 'integer' },
  ),
  ...words('long,int64,uint64,bigint,biginteger,longinteger,int8bytes,millisecondtimestamp,timestampms', {
    scalar: 'long',
  }),
  ...words(
    'number,float,double,decimal,numeric,float64,float32,real,bigdecimal,floatingpointnumber,percentage',
    { scalar: 'double' },
  ),
  ...words('boolean,bool,truefalse,flag,switch', { scalar: 'boolean' }),
  ...words(
    'file,binary,stream,blob,filecontent,binarydata,upload,bytestream,filedata,filecontents,filecontent',
    { scalar: 'file' },
  ),
]);

/** What a word for a type means; plurals mean the same. Undefined for a word that is none. */
export function scalarOf(word: string, own?: ReadonlyMap<string, ScalarMeaning>): ScalarMeaning | undefined {
  const plain = word
    .toLowerCase()
    .replace(/^edm\./, '')
    .replace(/[\s_-]+/g, '');
  const singular = plain.replace(/(?<=[a-z]{2})s$/, '').replace(/ie$/, 'y');
  return own?.get(plain) ?? own?.get(singular) ?? SCALARS.get(plain) ?? SCALARS.get(singular);
}

export const isObjectWord = (word: string): boolean =>
  /^(?:json[ -]?)?(?:objects?|hash(?:es)?|struct(?:ure)?s?|dict(?:ionary)?|records?)$|^json$/i.test(word);
export const isMapWord = (word: string): boolean =>
  /^(?:maps?|dictionar(?:y|ies)|dicts?|hash(?:map|es)?|key[ -]value(?:[ -](?:map|pairs?))?|record)$/i.test(
    word,
  );
export const isListWord = (word: string): boolean =>
  /^(?:arrays?|lists?|collections?|sets?|vectors?|sequences?|slices?)$/i.test(word);
export const isAnyWord = (word: string): boolean =>
  /^(?:any|mixed|anything|varies|variant|value|various)$/i.test(word);
export const isEnumWord = (word: string): boolean => /^(?:enum(?:s|erable|eration|erated)?)$/i.test(word);

/** Words before a type that say nothing of it. */
export const isFillerWord = (word: string): boolean =>
  /^(?:a|an|the|of|with|valid|single|(?:comma|pipe|space)-(?:separated|delimited)|comma|separated|delimited|nested|optional|required|new|updated|existing|basic|full|sub|inline|simple|unique|random|condensed|entire)$/i.test(
    word,
  );
