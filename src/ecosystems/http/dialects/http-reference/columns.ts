/** What a column of a table holds. */
export type ColumnRole =
  | 'name'
  | 'type'
  | 'required'
  | 'optional'
  | 'default'
  | 'description'
  | 'values'
  | 'place'
  | 'example'
  | 'nullable'
  | 'deprecated'
  | 'format'
  | 'method'
  | 'path'
  | 'status'
  | 'value'
  | 'other';

const heads = (role: ColumnRole, words: string): readonly (readonly [string, ColumnRole])[] =>
  words.split(',').map((word) => [word.trim(), role] as const);

/** The usual heads of columns, in lower case and singular. */
const HEADS: ReadonlyMap<string, ColumnRole> = new Map([
  ...heads(
    'name',
    'name,field,parameter,param,property,attribute,member,argument,key,header,field name,property name,parameter name,form field,query parameter,path parameter,request header,request parameter,response field,element,variable,json key,json field,attribute name,header name,input,query param,column name,url parameter,body parameter,request header name,body field,query string,identifier,relationship,relationship name,request field,facet name,prop',
  ),
  ...heads(
    'type',
    'type,data type,datatype,field type,value type,schema,json type,parameter type,property type,types',
  ),
  ...heads(
    'required',
    'required,mandatory,req,requirement,presence,necessity,required?,mandatory?,is required,require,obligatory,req?,usage',
  ),
  ...heads('optional', 'optional,optional?,is optional'),
  ...heads('default', 'default,default value,defaults,default setting'),
  ...heads(
    'description',
    'description,note,detail,meaning,explanation,comment,remark,info,summary,definition,purpose,notes,details,comments,remarks,information,what,about,desc,desc.',
  ),
  ...heads(
    'values',
    'values,allowed values,possible values,allowed value,possible value,enum,options,accepted values,valid values,range,restriction,restrictions,constraint,constraints,limit,limits,validation,supported values,accepted value,valid value,enum values,choices',
  ),
  ...heads('place', 'in,location,place,where,source,sent in,position,parameter location,passed in,kind'),
  ...heads('example', 'example,sample,example value,sample value,examples'),
  ...heads('nullable', 'nullable,can be null,null,null?,nullable?'),
  ...heads('deprecated', 'deprecated,deprecated?'),
  ...heads('format', 'format'),
  ...heads('method', 'method,http method,verb,http verb,request method,methods'),
  ...heads('path', 'path,uri,url,endpoint,route,resource,request uri,http request,request url,api'),
  ...heads('status', 'status,status code,http status,http status code,response code,http code,error code'),
  ...heads('value', 'value,id,code,flag,constant,symbol,level,bit'),
]);

/** What the head of a column says of it; `own` are words of the guide's own. */
export function columnRole(head: string, own: { readonly [words: string]: string } = {}): ColumnRole {
  const words = head
    .toLowerCase()
    .replace(/[*_`:]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s[-–—]$/, '')
    .trim();
  const said = own[words] ?? own[head.trim()];
  if (said !== undefined && isRole(said)) return said;
  return (
    HEADS.get(words) ??
    HEADS.get(words.replace(/\s*\([^)]*\)$/, '')) ??
    HEADS.get(words.replace(/s$/, '')) ??
    'other'
  );
}

const ROLES: ReadonlySet<string> = new Set<ColumnRole>([...HEADS.values(), 'other']);
const isRole = (word: string): word is ColumnRole => ROLES.has(word);
