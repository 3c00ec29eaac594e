import { defineMessages } from '../i18n/message.js';

export const healthMessages = defineMessages({
  answers: { 'zh-CN': '{part}响应正常', en: '{part} answers' },
  silent: { 'zh-CN': '{part}没有响应', en: '{part} does not answer' },
  served: { 'zh-CN': '每个队列都有任务进程', en: 'every queue has a job process' },
  unserved: { 'zh-CN': '没有任务进程的队列：{queues}', en: 'queues without a job process: {queues}' },
  relayed: { 'zh-CN': '{count} 个事件待转发', en: '{count} events wait to be relayed' },
  stuck: {
    'zh-CN': '{count} 个事件待转发，最早的已等待 {seconds} 秒',
    en: '{count} events wait to be relayed, the oldest for {seconds} seconds',
  },
});
