<?php

/** Renders the settings of a connector as OpenXE does, from its own declaration. */
function hostForm(array $structure, array $stored): string
{
    $rows = '';
    foreach ($structure['felder'] as $name => $field) {
        $value = $stored[$name] ?? $field['default'] ?? '';
        $label = htmlspecialchars($field['bezeichnung'] ?? $name);
        $shown = htmlspecialchars((string)$value);
        $size = (int)($field['size'] ?? 30);
        $input = match ($field['typ'] ?? 'text') {
            'password' => sprintf('<input type="text" name="%s" size="%d" value="%s">', $name, $size, $value === '' ? '' : str_repeat('*', 15)),
            'textarea' => sprintf('<textarea name="%s" cols="%d" rows="%d" placeholder="%s">%s</textarea>', $name, $field['cols'], $field['rows'], $field['placeholder'], $shown),
            'select' => sprintf('<select name="%s">%s</select>', $name, implode('', array_map(
                fn($key, $text) => sprintf('<option value="%s"%s>%s</option>', $key, $key === $value ? ' selected' : '', htmlspecialchars($text)),
                array_keys($field['optionen']), $field['optionen']))),
            'datum' => sprintf('<input type="text" name="%s" size="10" value="%s">', $name, $value === '' ? '' : date('d.m.Y', strtotime($value))),
            default => sprintf('<input type="text" name="%s" size="%d" value="%s">', $name, $size, $shown),
        };
        if (isset($field['heading'])) {
            $rows .= sprintf('<tr><td colspan="2" class="heading"><b>%s</b></td></tr>', htmlspecialchars($field['heading']));
        }
        $rows .= sprintf('<tr><td class="label">%s</td><td>%s <i>%s</i></td></tr>' . "\n", $label, $input, $field['info'] ?? '');
    }
    return '<table class="felder">' . $rows . '</table>';
}

/** What the form sends back, stored: all text, dates in ISO, asterisks keep the secret. */
function hostSave(array $structure, array $stored, array $posted): array
{
    foreach ($structure['felder'] as $name => $field) {
        $value = (string)($posted[$name] ?? $stored[$name] ?? $field['default'] ?? '');
        if (($field['typ'] ?? '') === 'password' && $value === str_repeat('*', 15)) {
            continue;
        }
        if (($field['typ'] ?? '') === 'datum' && preg_match('/^(\d\d)\.(\d\d)\.(\d{4})$/', $value, $date)) {
            $value = "$date[3]-$date[2]-$date[1]";
        }
        $stored[$name] = $value;
    }
    return $stored;
}
