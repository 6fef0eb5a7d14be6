package fi.seloste.demo;

/** A part of the story, which lays its scenes on the stage. */
interface Chapter {

    void lay(Stage stage);
}
