/** Languages every message exists in; zh-CN is the default. */
export type Language = 'zh-CN' | 'en';

export type MessageParams = Readonly<Record<string, string | number>>;

/** One text in every language; `{name}` stands for a parameter. A missing language does not compile. */
export type Message = Readonly<Record<Language, string>>;

/** Names a module's messages. Identity at run time; it fixes the type. */
export function defineMessages<K extends string>(messages: Record<K, Message>): Readonly<Record<K, Message>> {
  return messages;
}

/** The text of a message with its parameters put in. An unknown parameter stays visible as `{name}`. */
export function render(message: Message, language: Language, params: MessageParams = {}): string {
  return message[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** The best supported language of an Accept-Language header; zh-CN where none fits. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...params] = entry.trim().toLowerCase().split(';');
      const quality = params.map((param) => /^\s*q=([\d.]+)$/.exec(param)?.[1]).find((value) => value !== undefined);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .sort((a, b) => b.quality - a.quality);
  const first = ranked.find(({ tag }) => tag.startsWith('zh') || tag.startsWith('en'));
  return first?.tag.startsWith('en') ? 'en' : 'zh-CN';
}
