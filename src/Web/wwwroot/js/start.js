// One globalization shard holds Chinese and English, so switching the language needs no second visit.
Blazor.start({ applicationCulture: 'zh-CN' });
