import QtQuick

// Plain text in the stage's face. Names come from files: they are never read as markup.
Text {
    required property Theme theme

    textFormat: Text.PlainText
    color: theme.text
    font.family: theme.sans
    font.pixelSize: theme.caption
}
